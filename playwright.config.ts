/**
 * End-to-end tests. The same spec files run against both hosts: `browser` in headless Chromium over the browser
 * host, `electron` in a real Electron where its binary exists (build/test.mjs decides and says so).
 */
import { defineConfig } from '@playwright/test';
import type { HostOptions } from './test/e2e/fixtures/hosts';

export default defineConfig<HostOptions>({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  globalSetup: './test/e2e/fixtures/chromium.ts',
  timeout: 90_000,
  expect: { timeout: 10_000 },
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  reporter: [['list']],
  projects: [
    { name: 'browser', use: { hostKind: 'browser' } },
    { name: 'electron', use: { hostKind: 'electron' } },
  ],
});
