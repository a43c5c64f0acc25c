/** What must work in every engine, said once: each engine's tests bring a driver of theirs. */
import { expect } from '@playwright/test';
import { pages, steps, type BuiltStep } from '../site.ts';
import { recordedInPage, type Recorded } from './recorded.ts';

/** How long something may take to come true, in ms. */
export const PATIENCE = 20_000 * (process.env['CI'] ? 2 : 1);

/** What Playwright's page and our own WebDriver have in common. */
export interface Driver {
  goto(url: string): Promise<unknown>;
  /** Runs a function in the page; what goes in and comes out must be JSON. */
  evaluate<Arg, Result>(action: (arg: Arg) => Result, arg?: Arg): Promise<Result>;
  /** Waits until a function is true in the page. */
  until<Arg>(condition: (arg: Arg) => boolean, arg?: Arg): Promise<void>;
}

/**
 * One page of each sort. Pages in a folder that is no page itself are alike, as all of `chapters/`; every other is a sort
 * of its own.
 *
 * @param addresses of all pages: a folder with its slash, `./chapters/one/`, or a file in one
 */
export function oneOfEachSort(addresses: readonly string[]): string[] {
  const above = (address: string) => address.replace(/[^/]*\/?$/, '');
  const sorts = new Map(
    addresses.map((each) => [addresses.includes(above(each)) ? each : above(each), each]),
  );
  return [...sorts.values()];
}

export const kindsOfPages: readonly string[] = oneOfEachSort(pages);

/** The first two steps of each scene that has two. */
const pairs = steps.flatMap((step, index): [BuiltStep, BuiltStep][] => {
  const next = steps[index + 1];
  const first = steps[index - 1]?.chapter !== step.chapter;
  return next && first && next.chapter === step.chapter ? [[step, next]] : [];
});

/**
 * Scrolls to a step as a reader would, and waits until its figure shows its state, complete. What lies above may find its
 * height only when it comes near, so the reader looks again.
 */
async function read(driver: Driver, key: string): Promise<void> {
  await driver.until((step) => {
    const box = document.querySelector(`[data-step="${step}"]`)!.getBoundingClientRect();
    const line = Number(getComputedStyle(document.documentElement).getPropertyValue('--reading-line'));
    const away = box.top + box.height / 2 - innerHeight * line;
    if (Math.abs(away) < 40) return true;
    scrollBy({ top: away, behavior: 'instant' });
    return false;
  }, key);
  await shows(driver, key);
}

const shows = (driver: Driver, key: string) =>
  driver.until((step) => {
    const scene = document.querySelector(`[data-step="${step}"]`)?.closest('[data-scene]');
    const figure = scene?.querySelector('[data-figure]');
    return (
      figure?.getAttribute('data-state') === step &&
      figure.hasAttribute('data-ready') &&
      !figure.hasAttribute('data-moving')
    );
  }, key);

/** The story is read step by step in every chapter; its figures follow. */
export async function readsTheStory(driver: Driver, site: Recorded): Promise<void> {
  await driver.goto(site.url);
  expect(pairs.length).toBeGreaterThan(2);
  for (const [first, second] of pairs) {
    await read(driver, first.key);
    await read(driver, second.key);
  }
  const fonts = await driver.evaluate(
    () => [...document.fonts].filter(({ status }) => status === 'loaded').length,
  );
  expect(fonts).toBeGreaterThan(2);
  await quiet(driver, site);
}

/** A link to a step opens there. */
export async function followsDeepLinks(driver: Driver, site: Recorded): Promise<void> {
  const step = steps[Math.floor(steps.length / 2)]!;
  await driver.goto(`${site.url}#${step.id}`);
  await shows(driver, step.key);
  await driver.until((id) => {
    const { top, bottom } = document.getElementById(id)!.getBoundingClientRect();
    return top < innerHeight && bottom > 0;
  }, step.id);
  await quiet(driver, site);
}

/** The chosen theme holds on the next page. */
export async function remembersTheTheme(driver: Driver, site: Recorded): Promise<void> {
  await driver.goto(`${site.url}sources/`);
  for (const theme of ['dark', 'light']) {
    // The switch shows itself once its script runs, which may be after the page has loaded.
    await driver.until(() => document.querySelector('.foot [data-theme-switch]:not([hidden])') !== null);
    await driver.evaluate((name) => {
      document.querySelector<HTMLElement>(`.foot [data-set-theme="${name}"]`)!.click();
    }, theme);
    await driver.until((name) => document.documentElement.dataset['theme'] === name, theme);
    await driver.goto(`${site.url}people/`);
    const { name, paper } = await driver.evaluate(() => ({
      name: document.documentElement.dataset['theme'],
      paper: (getComputedStyle(document.documentElement).backgroundColor.match(/\d+/g) ?? []).map(Number),
    }));
    expect(name).toBe(theme);
    expect(Math.max(...paper) < 128, `${theme}: ${paper.join(', ')}`).toBe(theme === 'dark');
  }
  await quiet(driver, site);
}

/** Pages load and are scrolled to their end without an error, a breach of policy or a request elsewhere. */
export async function opens(driver: Driver, site: Recorded, addresses: readonly string[]): Promise<void> {
  for (const address of addresses) {
    await driver.goto(new URL(address, site.url).href);
    await driver.evaluate(() =>
      scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }),
    );
    await driver.until(() =>
      [...document.images].every(({ complete, loading }) => complete || loading === 'lazy'),
    );
    await quiet(driver, site, address);
  }
}

async function quiet(driver: Driver, site: Recorded, address = ''): Promise<void> {
  expect(await driver.evaluate(recordedInPage), address).toEqual([]);
  expect(site.missing).toEqual([]);
}
