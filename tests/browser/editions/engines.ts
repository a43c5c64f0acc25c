/** What editions on a disk must do in every engine. */
import { expect } from '@playwright/test';
import type { Driver } from '../engines/smoke.ts';
import { steps } from '../site.ts';

/** A page from a disk is read: islands run, its figures follow the steps, its fonts are there, its themes change. */
export async function worksOnDisk(driver: Driver, url: string): Promise<void> {
  await driver.goto(url);
  await driver.until(
    () => document.querySelector('astro-island[client="load"]')?.hasAttribute('ssr') === false,
  );
  const keys = await driver.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-step]')].map((step) => step.dataset['step'] ?? ''),
  );
  expect(keys.length).toBeGreaterThan(1);
  for (const key of [keys[0], keys[1]]) {
    // What is laid out on the way moves the step: it is gone to until the reader is there.
    await driver.until((step) => {
      const article = document.querySelector(`[data-step="${step}"]`)!;
      const next = document.querySelector<HTMLElement>('[data-stepper] [data-turn="next"]');
      const box = article.getBoundingClientRect();
      const line = Number(getComputedStyle(document.documentElement).getPropertyValue('--reading-line'));
      const figure = article.closest('[data-scene]')?.querySelector('[data-figure]');
      const there = figure?.getAttribute('data-state') === step;
      if (next && !there) next.click();
      if (!next) scrollBy({ top: box.top + box.height / 2 - innerHeight * line, behavior: 'instant' });
      return there && figure.hasAttribute('data-ready') && !figure.hasAttribute('data-moving');
    }, key);
  }
  await driver.until(() => [...document.fonts].filter(({ status }) => status === 'loaded').length > 2);
  await driver.evaluate(() => document.querySelector<HTMLElement>('.foot [data-set-theme="dark"]')!.click());
  await driver.until(() => document.documentElement.dataset['theme'] === 'dark');
}

/** The doors of the ending open. */
export async function opensDoorsOnDisk(driver: Driver, url: string): Promise<void> {
  await driver.goto(url);
  await driver.evaluate(() => document.querySelector('[data-plan="live"]')!.scrollIntoView());
  await driver.until(() => document.querySelector('[data-plan="live"]')!.hasAttribute('data-ready'));
  await driver.evaluate(() =>
    document.querySelector<HTMLElement>('[data-plan="live"] button[data-door]')!.click(),
  );
  await driver.until(
    () =>
      document.querySelector('[data-plan="live"] button[data-door]')!.getAttribute('aria-expanded') ===
      'true',
  );
}

export const ending = steps.at(-1)!.chapter;
