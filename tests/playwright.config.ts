import { defineConfig } from '@playwright/test';
import { findBrowser, launchOptions } from '../scripts/browser.mjs';

const slow = process.env['CI'] ? 2 : 1;

export default defineConfig({
  testDir: 'browser',
  testMatch: '**/*.test.ts',
  outputDir: '../test-results',
  globalSetup: './browser/serve-site.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 30_000 * slow,
  expect: { timeout: 5000 * slow },
  reporter: [['list'], ['json', { outputFile: '../.work/test/browser.json' }]],
  use: {
    // Set by serve-site.ts before the workers start.
    ...(process.env['SITE_UNDER_TEST'] && { baseURL: process.env['SITE_UNDER_TEST'] }),
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
  },
  projects: [
    {
      name: 'chromium',
      use: { browserName: 'chromium', launchOptions: launchOptions(findBrowser()) },
    },
  ],
});
