/** Whoever starts something hands back the way to stop it: the scene's parts by themselves, on a bare page. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { rolldown } from 'rolldown';

const entry = fileURLToPath(new URL('../../src/scene/reading.ts', import.meta.url));

/** The reading module as a classic script that puts its exports under `scene`. */
async function script(): Promise<string> {
  const bundle = await rolldown({ input: entry, logLevel: 'silent' });
  const { output } = await bundle.generate({ format: 'iife', name: 'scene', codeSplitting: false });
  await bundle.close();
  return output[0].code;
}

interface Scene {
  followReading: (listener: (reading: { step?: string; progress: number }) => void) => () => void;
}

/** A page of four steps, with the observers that observe counted. */
async function barePage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const observing = new Set<object>();
    Object.assign(window, { observing });
    for (const { prototype } of [IntersectionObserver, ResizeObserver]) {
      const { observe, disconnect } = prototype;
      prototype.observe = function (this: IntersectionObserver & ResizeObserver, element: Element) {
        observing.add(this);
        observe.call(this, element);
      };
      prototype.disconnect = function (this: IntersectionObserver & ResizeObserver) {
        observing.delete(this);
        disconnect.call(this);
      };
    }
  });
  await page.route('http://bare.test/', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<style>:root { --reading-line: 0.5 } section { height: 600px }</style>
        <main data-chapter="one">${[1, 2, 3, 4].map((n) => `<section data-step="one/${n}"></section>`).join('')}</main>`,
    }),
  );
  await page.setViewportSize({ width: 600, height: 600 });
  await page.goto('http://bare.test/');
  await page.addScriptTag({ content: await script() });
}

/** How many listeners and observers are at work, as the browser itself knows. */
async function atWork(page: Page): Promise<{ listeners: number; observers: number }> {
  const session = await page.context().newCDPSession(page);
  let listeners = 0;
  for (const expression of ['document', 'window']) {
    const { result } = await session.send('Runtime.evaluate', { expression });
    const found = await session.send('DOMDebugger.getEventListeners', { objectId: result.objectId ?? '' });
    listeners += found.listeners.length;
  }
  await session.detach();
  const observers = await page.evaluate(
    () => (window as unknown as { observing: Set<object> }).observing.size,
  );
  return { listeners, observers };
}

test('following twice and stopping twice leaves nothing behind, and starts again', async ({ page }) => {
  await barePage(page);
  const start = () =>
    page.evaluate(() => {
      const { followReading } = (window as unknown as { scene: Scene }).scene;
      Object.assign(window, { stops: [followReading(() => {}), followReading(() => {})] });
    });
  const stop = () =>
    page.evaluate(() => {
      for (const each of (window as unknown as { stops: (() => void)[] }).stops) each();
    });
  const before = await atWork(page);
  for (let turn = 0; turn < 2; turn += 1) {
    await start();
    const { listeners, observers } = await atWork(page);
    expect(listeners - before.listeners).toBe(3); // scroll and resize, and scrollama's own
    expect(observers).toBe(9); // two for each of four steps, and one for the page
    await stop();
    expect(await atWork(page)).toEqual(before);
  }
  expect(await page.locator('[data-scrollama-index]').count()).toBe(0);
});

test('steps that arrive after the first listener are found', async ({ page }) => {
  const code = await script();
  const section = (n: number) => `<section data-step="one/${n}"></section>`;
  let send = () => {};
  const server = createServer((request, response) => {
    if (request.url !== '/') {
      send();
      response.end();
      return;
    }
    response.setHeader('content-type', 'text/html');
    response.write(
      `<!doctype html><style>:root { --reading-line: 0.5 } section { height: 600px }</style>
        <script>${code.replaceAll('</script', '<\\/script')}</script>
        <main data-chapter="one">${section(1)}
        <script>
          scene.followReading((reading) => (window.heard = reading.step));
          fetch('/the-rest'); // Only now does the rest of the page arrive.
        </script>`,
    );
    send = () => response.end(`${section(2)}${section(3)}</main>`);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  try {
    await page.setViewportSize({ width: 600, height: 600 });
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.evaluate(() => scrollTo(0, 700));
    await expect
      .poll(() => page.evaluate(() => (window as unknown as { heard?: string }).heard))
      .toBe('one/2');
  } finally {
    server.close();
    server.closeAllConnections();
  }
});

test('a listener that joins later does not keep the others from hearing', async ({ page }) => {
  await barePage(page);
  const heard = await page.evaluate(async () => {
    const { followReading } = (window as unknown as { scene: Scene }).scene;
    const steps: (string | undefined)[] = [];
    followReading((reading) => steps.push(reading.step));
    scrollTo(0, 700);
    followReading(() => {}); // reads the new place before the frame that tells of it
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return steps.at(-1);
  });
  expect(heard).toBe('one/2');
});
