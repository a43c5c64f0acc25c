/** What a first visit weighs and costs. The figures are printed, so that a change shows before it hurts. */
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { dist, readStep, settled, steps } from './site.ts';

const KB = 1024;

/** The first step of each scene of the story's page. */
const firstOfEachScene = [
  ...readFileSync(`${dist}index.html`, 'utf8').matchAll(/data-figure="[^"]+" data-state="([^"]+)"/g),
].map(([, key = '']) => key);

test('the story stays within its bytes', async ({ page, baseURL }) => {
  const weights = { script: 0, font: 0, page: 0 };
  const seen = new Set<string>();
  page.on('response', (response) => {
    const path = new URL(response.url()).pathname;
    if (seen.has(path)) return;
    seen.add(path);
    const bytes = readFileSync(dist + (path.endsWith('/') ? `${path}index.html` : path).slice(1));
    const packed = brotliCompressSync(bytes).length;
    if (path.endsWith('.js')) weights.script += packed;
    else if (path.endsWith('.woff2')) weights.font += bytes.length;
    else if (path.endsWith('/') || path.endsWith('.css')) weights.page += packed;
  });
  await page.goto(baseURL ?? './');
  // Through the whole story, so that whatever is loaded late counts too: a step of each chapter and figure.
  for (const key of firstOfEachScene) {
    await readStep(page, key);
    await settled(page, key);
  }
  const html = readFileSync(`${dist}index.html`, 'utf8');
  const inline = [...html.matchAll(/<script(?![^>]*\b(?:src|application))[^>]*>([\s\S]*?)<\/script>/g)]
    .map((match) => match[1])
    .join('\n');
  weights.script += brotliCompressSync(inline).length;
  for (const [name, bytes] of Object.entries(weights)) console.log(`${name}: ${(bytes / KB).toFixed(1)} KB`);
  expect(weights.script).toBeGreaterThan(0);
  expect(weights.script).toBeLessThanOrEqual(60 * KB);
  expect(weights.font).toBeGreaterThan(0);
  expect(weights.font).toBeLessThanOrEqual(70 * KB);
  expect(weights.page).toBeLessThanOrEqual(90 * KB);
});

for (const [name, rate, limit] of [
  ['a desktop', 1, 50],
  ['a device four times as slow', 4, 200],
] as const) {
  test(`no task longer than ${limit} ms while reading on ${name}`, async ({ page, baseURL }) => {
    await page.addInitScript(() => {
      const tasks: number[] = [];
      Object.assign(window, { longTasks: tasks });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) tasks.push(entry.duration);
      }).observe({ type: 'longtask', buffered: true });
    });
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate });
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(baseURL ?? './');
    await page.waitForLoadState('networkidle');
    for (const step of steps.slice(0, 16)) {
      await readStep(page, step.key);
      await settled(page, step.key);
    }
    const longest = await page.evaluate(() =>
      Math.max(0, ...(window as unknown as { longTasks: number[] }).longTasks),
    );
    console.log(`longest task on ${name}: ${longest} ms`);
    expect(longest).toBeLessThanOrEqual(limit);
  });
}
