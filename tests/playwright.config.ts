import { defineConfig } from '@playwright/test';
import { findBrowser, launchOptions } from '../scripts/browser.mjs';
import { firefox } from './browser/engines/firefox.ts';

const slow = process.env['CI'] ? 2 : 1;
const use = { browserName: 'chromium', launchOptions: launchOptions(findBrowser()) } as const;
/** Pages of a CMS would ask others for things: faces of users, news of the program. */
const quiet = {
  ...use,
  launchOptions: {
    ...use.launchOptions,
    args: [
      ...(use.launchOptions.args ?? []),
      '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost',
    ],
  },
};

/** Tests that bring their own engine. */
const engines = /\.(firefox|webkit)\.test\.ts$/;

export default defineConfig({
  testDir: 'browser',
  testMatch: '**/*.test.ts',
  outputDir: '../test-results',
  // One baseline for all machines; `npm test -- --update` makes it anew.
  snapshotPathTemplate: '{testDir}/../baseline/{arg}{ext}',
  updateSnapshots: 'none',
  globalSetup: './browser/serve-site.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000 * slow,
  expect: { timeout: 10_000 * slow },
  reporter: [['list'], ['json', { outputFile: '../.work/test/browser.json' }]],
  use: {
    // Set by serve-site.ts before the workers start.
    ...(process.env['SITE_UNDER_TEST'] && { baseURL: process.env['SITE_UNDER_TEST'] }),
    screenshot: 'only-on-failure',
    // Recording copies the page after every action: it takes a quarter of the time, and makes tasks longer that are
    // measured. `npm test -- --only browser FILE --trace on` records.
    trace: 'off',
  },
  projects: [
    {
      name: 'chromium',
      use,
      testIgnore: [
        '**/pace.test.ts',
        '**/browser/{editions,offers,wordpress,ghost}/**',
        '**/*.slow.test.ts',
        engines,
      ],
    },
    { name: 'firefox', use: firefox, testMatch: '**/*.firefox.test.ts', testIgnore: '**/editions/**' },
    { name: 'webkit', testMatch: '**/*.webkit.test.ts', testIgnore: '**/editions/**' },
    { name: 'editions-made', testMatch: '**/editions/make.setup.ts' },
    {
      name: 'editions',
      use,
      testMatch: '**/editions/*.test.ts',
      testIgnore: engines,
      dependencies: ['editions-made'],
    },
    {
      name: 'editions-firefox',
      use: firefox,
      testMatch: '**/editions/*.firefox.test.ts',
      dependencies: ['editions-made'],
    },
    { name: 'editions-webkit', testMatch: '**/editions/*.webkit.test.ts', dependencies: ['editions-made'] },
    { name: 'sited', testMatch: '**/sited.setup.ts' },
    { name: 'offers', use, testMatch: '**/browser/offers/*.test.ts', dependencies: ['sited'] },
    // One WordPress for all of them: in one worker, one after the other.
    {
      name: 'wordpress',
      use: quiet,
      testMatch: '**/browser/wordpress/*.test.ts',
      dependencies: ['sited'],
      fullyParallel: false,
      workers: 1,
    },
    // Times are taken when nothing else runs: by themselves, one test at a time.
    ...(process.env['SLOW']
      ? [
          { name: 'twins', testMatch: '**/editions/twins.slow.ts' },
          { name: 'pace', use, testMatch: '**/pace.test.ts', fullyParallel: false, workers: 1 },
          { name: 'slow', use, testMatch: '**/*.slow.test.ts' },
          {
            name: 'ghost',
            use: quiet,
            testMatch: '**/browser/ghost/*.test.ts',
            dependencies: ['sited'],
            fullyParallel: false,
            workers: 1,
          },
        ]
      : []),
  ],
});
