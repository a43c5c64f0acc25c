/** What comes to a page late, goes or is stopped, and what the loader does where nothing happens: nothing. */
import { expect, type Page } from '@playwright/test';
import { expectPinned, readTo, recordEvents, still, storyIn, storyY } from './embeds.ts';
import { test } from './servers.ts';

const EMBED = { embed: 'embed/test/' };

/** Counts what of the loader observes the page, and what waits to run for as long as a story may take to answer. */
async function recordWatchers(page: Page): Promise<() => Promise<{ observers: number; waiting: number }>> {
  await page.addInitScript(() => {
    const observers = new Set<object>();
    for (const { prototype } of [MutationObserver, ResizeObserver]) {
      const { observe, disconnect } = prototype as MutationObserver;
      Object.assign(prototype, {
        observe(this: MutationObserver, ...what: Parameters<typeof observe>) {
          // The tests' own driver observes, too.
          if (new Error().stack?.includes('/embed/v1.js')) observers.add(this);
          observe.apply(this, what);
        },
        disconnect(this: MutationObserver) {
          observers.delete(this);
          disconnect.call(this);
        },
      });
    }
    const waiting = new Set<unknown>();
    const { setTimeout, clearTimeout } = window;
    Object.assign(window, {
      setTimeout(run: () => void, after: number) {
        const id = setTimeout(() => {
          waiting.delete(id);
          run();
        }, after);
        if (after >= 10_000) waiting.add(id);
        return id;
      },
      clearTimeout(id: number) {
        waiting.delete(id);
        clearTimeout(id);
      },
      watchers: () => ({ observers: observers.size, waiting: waiting.size }),
    });
  });
  return () => page.evaluate(() => (window as unknown as { watchers: () => never }).watchers());
}

test('what comes later is taken, what goes is let go', async ({ page, servers }) => {
  const events = await recordEvents(page);
  const watchers = await recordWatchers(page);
  await page.goto(servers.host('late', EMBED));
  await page.waitForLoadState();
  const before = await watchers();
  await page.mouse.click(5, 5);
  const story = await storyIn(page, '#late iframe');
  expect((await watchers()).observers).toBe(before.observers + 2);
  await readTo(page, 2000);
  await expectPinned(page);
  await expect.poll(() => storyY(story)).toBe(2000);
  const remove = () => page.evaluate(() => document.querySelector('#late')?.remove());
  await remove();
  await expect.poll(watchers).toEqual(before);
  await page.mouse.click(5, 5);
  await storyIn(page, '#late iframe');
  expect((await events()).filter(({ name }) => name === 'ready')).toHaveLength(2);
  await remove();
  await expect.poll(watchers).toEqual(before);
});

test('one that goes before it has answered is let go', async ({ page, servers }) => {
  const watchers = await recordWatchers(page);
  await page.goto(servers.host('late', { embed: 'embed/test/?do=silent' }));
  await page.waitForLoadState();
  const before = await watchers();
  await page.mouse.click(5, 5);
  await expect.poll(watchers).toEqual({ observers: before.observers + 2, waiting: 1 });
  await page.evaluate(() => document.querySelector('#late')?.remove());
  await expect.poll(watchers).toEqual(before);
});

for (const host of ['bare', 'link']) {
  test(`${host}: taken out and put back it is taken again`, async ({ page, servers }) => {
    await page.goto(servers.host(host, EMBED));
    await storyIn(page);
    const markup = () => page.locator('main').evaluate((main) => main.innerHTML);
    await page.evaluate(async () => {
      const part = document.querySelector('#six-doors')?.parentElement?.parentElement;
      const place = part?.nextSibling;
      if (!part || !place) throw new Error('There is no embed in the page.');
      part.remove();
      await new Promise(requestAnimationFrame);
      place.before(part);
    });
    const story = await storyIn(page);
    await readTo(page, 2000);
    await expectPinned(page);
    await expect.poll(() => storyY(story)).toBe(2000);
    await expect(page.locator('iframe')).toHaveCount(1);
    // One that its host removes from around itself stays away.
    await page.evaluate(() => document.querySelector('#six-doors')?.remove());
    await expect.poll(markup).not.toContain('height');
    await expect(page.locator('#six-doors')).toHaveCount(0);
  });
}

test('a frame that is moved with every scroll is left alone in between', async ({ page, servers }) => {
  await page.clock.install();
  await page.addInitScript(() => {
    const { postMessage } = MessagePort.prototype;
    Object.assign(window, { said: 0 });
    MessagePort.prototype.postMessage = function (message: unknown) {
      (window as unknown as { said: number }).said += 1;
      postMessage.call(this, message);
    };
  });
  await page.goto(servers.host('sideways-transform', EMBED));
  await storyIn(page);
  await readTo(page, 1000);
  await expectPinned(page);
  expect(await page.locator('iframe').evaluate((frame) => frame.style.position)).toBe('absolute');
  const said = () => page.evaluate(() => (window as unknown as { said: number }).said);
  await page.clock.runFor(1000);
  const before = await said();
  await page.clock.runFor(3000);
  expect(await said()).toBe(before);
});

test('the module starts when told, and its stop leaves the page as it was', async ({ page, servers }) => {
  await page.clock.install();
  await page.goto(servers.host('no-loader', EMBED));
  const markup = () => page.locator('main').evaluate((main) => main.outerHTML.replaceAll(' style=""', ''));
  // It has to be fixed here.
  await page.evaluate(() => document.querySelector('main')?.setAttribute('style', 'overflow-x: scroll'));
  const before = await markup();
  await page.evaluate(async (address) => {
    const { mount } = (await import(address)) as typeof import('../../../src/embed/host/module.ts');
    const element = document.querySelector<HTMLElement>('#six-doors');
    Object.assign(window, { stop: element && mount(element) });
  }, `${servers.site}embed/v1.mjs`);
  const story = await storyIn(page);
  await readTo(page, 2345);
  await expectPinned(page);
  await expect.poll(() => storyY(story)).toBe(2345);
  expect(await page.locator('iframe').evaluate((frame) => frame.style.position)).toBe('fixed');
  // What the story says meanwhile comes too late.
  await story.evaluate(() => {
    const height = document.documentElement.scrollHeight;
    const layout = { type: 'layout', rev: 9, height, width: 1, viewport: 1, keep: -1 };
    setInterval(() => (window as unknown as { say: (message: object) => void }).say(layout), 5);
  });
  await page.evaluate(async () => {
    const from = performance.now();
    while (performance.now() < from + 100);
    document.body.dataset['changed'] = '';
    await Promise.resolve();
    (window as unknown as { stop: () => void }).stop();
  });
  await page.clock.runFor(1000);
  await still(page);
  expect(await markup()).toBe(before);
  // The story is there again for a page without a loader.
  await expect
    .poll(() => story.evaluate(() => (window as unknown as { log?: { inits: number } }).log?.inits))
    .toBe(0);
});
