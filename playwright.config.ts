/**
 * End-to-end tests in two hosts: `browser` in headless Chromium over the browser host runs all of them but those for
 * the desktop alone (files ending in -desktop). `electron`, in a real Electron where its binary exists (build/test.mjs
 * decides and says so), runs what the host can make a difference to: the files below as a whole, and of every other
 * area at least one flow through the window, tagged `@desktop` (test/unit/e2e-tags.test.ts sees to it): what picks,
 * saves or prints a file, starts again, takes keys or input methods. The rest is the same page over the same core.
 */
import { defineConfig } from '@playwright/test';
import type { HostOptions } from './test/e2e/fixtures/hosts';

/** hosts, security: the promises of a host. -desktop: windows, fuses and navigation of Electron's own. */
const IN_ELECTRON = /@desktop\b|-desktop\.spec|\b(?:hosts|security)\.spec/;

export default defineConfig<HostOptions>({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  globalSetup: './test/e2e/fixtures/setup.ts',
  timeout: 90_000,
  expect: { timeout: 10_000 },
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  reporter: [['list']],
  projects: [
    { name: 'browser', use: { hostKind: 'browser' }, testIgnore: '**/*-desktop.spec.ts' },
    {
      name: 'electron',
      use: { hostKind: 'electron' },
      testIgnore: '**/*-browser.spec.ts',
      grep: IN_ELECTRON,
    },
  ],
});
