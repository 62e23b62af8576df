/**
 * End-to-end tests. The same spec files run against both hosts: `browser` in headless Chromium over the browser
 * host, `electron` in a real Electron where its binary exists (build/test.mjs decides and says so). A file that ends
 * in -browser or -desktop is for that host alone.
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
    { name: 'browser', use: { hostKind: 'browser' }, testIgnore: '**/*-desktop.spec.ts' },
    { name: 'electron', use: { hostKind: 'electron' }, testIgnore: '**/*-browser.spec.ts' },
  ],
});
