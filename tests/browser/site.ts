/** What the browser tests know of the built site: its pages and its steps, read from dist/, never from the content. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, type Locator, type Page } from '@playwright/test';

export const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

/** The addresses of all pages, relative to the site's root. */
export const pages: readonly string[] = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.html'))
  .map((path) => './' + path.replaceAll('\\', '/').replace(/index\.html$/, ''))
  .sort();

export const themes = ['light', 'dark'] as const;

/** A step as the story's page holds it. */
export interface BuiltStep {
  readonly key: string;
  readonly chapter: string;
  /** Its anchor. */
  readonly id: string;
  readonly doors: string | undefined;
}

/** The steps of the story's page, in order. */
export const steps: readonly BuiltStep[] = [
  ...readFileSync(dist + 'index.html', 'utf8').matchAll(/<article\b[^>]*data-step="([^"]+)"[^>]*>/g),
].map(([tag, key = '']) => ({
  key,
  chapter: key.split('/')[0] ?? '',
  id: / id="([^"]+)"/.exec(tag)?.[1] ?? '',
  doors: /data-doors="([^"]+)"/.exec(tag)?.[1],
}));

/**
 * Records whatever a page must not do: console messages, uncaught errors, failed requests, requests to other hosts.
 *
 * @returns the list, which grows
 */
export function trouble(page: Page, baseURL: string): string[] {
  const found: string[] = [];
  page.on('console', (message) => found.push(`console.${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => found.push(`error: ${error.message}`));
  page.on('requestfailed', (request) => found.push(`failed: ${request.url()}`));
  page.on('response', (response) => {
    if (response.status() >= 400) found.push(`${response.status()}: ${response.url()}`);
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(baseURL) && !url.startsWith('data:')) found.push(`elsewhere: ${url}`);
  });
  return found;
}

/** Scrolls so that a step's middle lies in the reading position, as a reader would have it. */
export async function readStep(page: Page, key: string, share = 0.5): Promise<void> {
  await page.evaluate(
    ([step, at]) => {
      const element = document.querySelector(`[data-step="${step}"]`);
      if (!element) throw new Error(`no step ${step}`);
      const line = Number(getComputedStyle(document.documentElement).getPropertyValue('--reading-line'));
      const box = element.getBoundingClientRect();
      scrollBy({ top: box.top + box.height * Number(at) - innerHeight * line, behavior: 'instant' });
    },
    [key, share] as const,
  );
}

/** The figure of the scene that holds a step. */
export function figureOf(page: Page, key: string): Locator {
  return page.locator('[data-scene]', { has: page.locator(`[data-step="${key}"]`) }).locator('[data-figure]');
}

/** Waits until a step's figure shows the step's state, complete. */
export async function settled(page: Page, key: string): Promise<void> {
  const figure = figureOf(page, key);
  await expect(figure).toHaveAttribute('data-state', key);
  await expect(figure).toHaveAttribute('data-ready', '');
  await expect(figure).not.toHaveAttribute('data-moving', '');
}

export const strip = (page: Page): Locator => page.locator('[data-plan="strip"]');
