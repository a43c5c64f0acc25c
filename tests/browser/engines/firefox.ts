/** Firefox by Playwright: tests named `*.firefox.test.ts` get it as `page`. */
import { expect, type Page } from '@playwright/test';
import { find } from '../../../scripts/tools.mjs';
import { PATIENCE, type Driver } from './smoke.ts';

/** The settings of the project: the system's own Firefox, quiet. */
export const firefox = {
  browserName: 'firefox',
  channel: 'moz-firefox',
  // Its recorder loses the page at the second address.
  trace: 'off',
  launchOptions: {
    executablePath: find('firefox-esr') ?? 'firefox-esr',
    firefoxUserPrefs: {
      // It ignores the runner's settings for these: motion as usual, the light theme.
      'ui.prefersReducedMotion': 0,
      'layout.css.prefers-color-scheme.content-override': 1,
    },
  },
} as const;

/** A page as what runs in every engine needs it. */
export const driverOf = (page: Page): Driver => ({
  goto: (url) => page.goto(url),
  evaluate: (action, arg) => page.evaluate(action as (arg: unknown) => never, arg),
  // Not `waitForFunction`: what it waits for is compiled anew in the page, which the policy of the pages forbids.
  until: async (condition, arg) => {
    await expect
      .poll(() => page.evaluate(condition as (arg: unknown) => boolean, arg), {
        message: `of ${JSON.stringify(arg)}: ${condition.toString()}`,
        timeout: PATIENCE,
      })
      .toBe(true);
  },
});
