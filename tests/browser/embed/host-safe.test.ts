/** Whatever is said to the loader, and whoever says it: the page stays what it was, or gets what it asked for. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect, type Frame, type Page } from '@playwright/test';
import { dist } from '../site.ts';
import { expectPinned, placeOf, readTo, recordEvents, still, storyIn, storyY } from './embeds.ts';
import { test } from './servers.ts';

const EMBED = { embed: 'embed/test/' };

/** What the story of the fixtures lets a test do. */
interface Told {
  readonly say: (message: object) => void;
  readonly log: { readonly inits: number; readonly said: readonly Record<string, unknown>[] };
}
const say = (story: Frame, ...messages: object[]) =>
  story.evaluate((all) => {
    for (const message of all) (window as unknown as Told).say(message);
  }, messages);
const log = (story: Frame) => story.evaluate(() => (window as unknown as Told).log);

const blockHeight = (page: Page) => placeOf(page).then(({ start, end }) => end - start);

/** Asserts that the story still follows its host. */
async function expectAlive(page: Page, story: Frame): Promise<void> {
  await readTo(page, 2345);
  await expectPinned(page);
  await expect.poll(() => storyY(story)).toBe(2345);
}

test('the loader weighs 3 KB at most', () => {
  const packed = gzipSync(readFileSync(dist + 'embed/v1.js'), { level: 9 });
  expect(packed.length / 1024).toBeLessThanOrEqual(3);
});

test('only addresses under an allowed base are framed', async ({ page, servers }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(servers.host('foreign', EMBED));
  await storyIn(page, '#six-doors iframe');
  for (const id of ['elsewhere', 'beside', 'lookalike', 'encoded', 'version'])
    expect(await page.locator(`#${id}`).evaluate((block) => block.outerHTML)).toMatch(/^<div [^<]*><\/div>$/);
  await expect(page.locator('#script')).toHaveAttribute('href', '#before');
  expect(await page.locator('#script').evaluate((link) => link.parentElement?.tagName)).toBe('MAIN');
  expect(await page.locator('#page').evaluate((frame) => frame.getAttribute('style'))).toBeNull();
  expect(requests.filter((url) => url.includes(':9/'))).toEqual([]);
});

test('a loader on the host’s own site frames only sites that its script names', async ({ page, servers }) => {
  await page.goto(servers.host('allowing', { ...EMBED, allow: `https://example.org/a ${servers.site}` }));
  await storyIn(page);
  await page.goto(
    servers.host('allowing', { ...EMBED, allow: `https://example.org/a ${servers.site}else/` }),
  );
  await expect.poll(() => page.evaluate(() => Boolean(customElements.get('story-embed')))).toBe(true);
  await expect(page.locator('iframe')).toHaveCount(0);
  // A second script, as a second snippet brings it along.
  await page.addScriptTag({ url: `${servers.site}embed/v1.js` });
  await storyIn(page);
  await page.evaluate((src) => {
    document
      .querySelector('main')
      ?.insertAdjacentHTML('afterbegin', `<story-embed src="${src}"></story-embed>`);
  }, `${servers.site}embed/test/`);
  await storyIn(page, 'story-embed iframe');
  await expect(page.locator('story-embed iframe')).toHaveAttribute('title', `${servers.site}embed/test/`);
  await page.addScriptTag({ url: `${servers.site}embed/v1.js` });
  await expect(page.locator('iframe')).toHaveCount(2);
});

test('an author’s image does not stand for the script', async ({ page, servers }) => {
  await page.goto(servers.host('no-loader', EMBED));
  await page.evaluate((site) => {
    const image = `<img name="currentScript" alt="" src="${site}embed/v1.js" data-allow="${site}">`;
    const block = `<div id="author" data-story-embed="${site}embed/test/"></div>`;
    document.querySelector('main')?.insertAdjacentHTML('beforeend', image + block);
  }, servers.site);
  await page.addScriptTag({ url: '/plugin/v1.js' });
  await expect(page.locator('#author iframe')).toHaveCount(0);
  await page.evaluate(() => document.querySelector('[name="currentScript"]')?.remove());
  await page.addScriptTag({ url: `${servers.site}embed/v1.js` });
  await expect(page.locator('#author iframe')).toHaveCount(1);
});

test('on the host’s own origin the story has none', async ({ page, servers }) => {
  await page.goto(servers.ownHost('plain', EMBED));
  await expect(page.locator('iframe')).not.toHaveAttribute('sandbox', /allow-same-origin/);
  const story = await storyIn(page);
  expect(await story.evaluate(() => origin)).toBe('null');
  await expectAlive(page, story);
  await page.goto(servers.ownHost('bare', EMBED));
  await expect(page.locator('iframe')).toHaveAttribute('sandbox', /allow-scripts/);
  const bare = await storyIn(page);
  expect(await bare.evaluate(() => origin)).toBe('null');
  await expectAlive(page, bare);
});

test('what others say changes nothing', async ({ page, servers }) => {
  const events = await recordEvents(page);
  await page.goto(servers.host('plain', EMBED));
  const story = await storyIn(page);
  const height = await blockHeight(page);
  const before = (await events()).length;
  const answered = await page.evaluate(async () => {
    const layout = { type: 'layout', rev: 9, height: 900, width: 1, viewport: 1, keep: 5 };
    const hello = { story: 1, type: 'hello', version: 1, names: [] };
    for (const message of [layout, hello, { ...hello, version: 2 }, 'hello', null]) {
      postMessage(message, '*');
      dispatchEvent(new MessageEvent('message', { data: message, origin: location.origin }));
    }
    const stranger = document.createElement('iframe');
    stranger.srcdoc = `<script>
      let heard = 0;
      addEventListener('message', (event) => event.data === 'count' ? parent.postMessage({ heard }, '*') : heard++);
      for (const message of ${JSON.stringify([layout, hello])}) parent.postMessage(message, '*');
    </script>`;
    document.body.append(stranger);
    await new Promise((resolve) => stranger.addEventListener('load', resolve));
    await new Promise((resolve) => setTimeout(resolve, 100));
    return new Promise((resolve) => {
      addEventListener('message', ({ data }) => {
        if ((data as { heard?: number } | null)?.heard !== undefined)
          resolve((data as { heard: number }).heard);
      });
      stranger.contentWindow?.postMessage('count', '*');
    });
  });
  expect(answered).toBe(0);
  expect(await blockHeight(page)).toBe(height);
  expect((await events()).length).toBe(before);
  await expectAlive(page, story);
});

test('a greeting counts from the story’s own window and origin only', async ({ page, servers }) => {
  await page.addInitScript(() => {
    Object.assign(window, { answers: 0 });
    window.MessageChannel = class extends MessageChannel {
      constructor() {
        super();
        (window as unknown as { answers: number }).answers += 1;
      }
    };
    addEventListener('message', ({ data, source }) => {
      if (data === 'heard?') source?.postMessage('heard', { targetOrigin: '*' });
    });
  });
  await page.goto(servers.host('foreign', EMBED));
  await storyIn(page, '#six-doors iframe');
  const frameIn = async (selector: string) => (await page.$(selector))?.contentFrame();
  const answers = () => page.evaluate(() => (window as unknown as { answers: number }).answers);
  /** Greets from a frame, and gives back how often it was answered. */
  const greet = async (frame: Frame | null | undefined) => {
    const before = await answers();
    await frame?.evaluate(async () => {
      const heard = new Promise<void>((resolve) => {
        addEventListener('message', ({ data }) => {
          if (data === 'heard') resolve();
        });
      });
      parent.postMessage({ story: 1, type: 'hello', version: 1, names: [] }, '*');
      parent.postMessage('heard?', '*');
      await heard;
    });
    return (await answers()) - before;
  };
  expect(await greet(await frameIn('#six-doors iframe')), 'the story').toBe(1);
  expect(await greet(await frameIn('#page')), 'another window of its origin').toBe(0);
  await page.locator('#six-doors iframe').evaluate((frame: HTMLIFrameElement) => {
    frame.src = '/no-loader.html';
  });
  await expect.poll(async () => (await frameIn('#six-doors iframe'))?.url()).toContain('/no-loader.html');
  await (await frameIn('#six-doors iframe'))?.waitForLoadState();
  expect(await greet(await frameIn('#six-doors iframe')), 'its window with another origin').toBe(0);
});

test('absurd numbers, wrong shapes and other versions change nothing', async ({ page, servers }) => {
  await page.goto(servers.host('plain', EMBED));
  const story = await storyIn(page);
  const height = await blockHeight(page);
  // A story that greets while its host is busy is answered for each greeting.
  const { inits } = await log(story);
  const layout = { type: 'layout', rev: 2, height, width: 900, viewport: 720, keep: -1 };
  await story.evaluate((size) => {
    const told = window as unknown as Told;
    for (const absurd of [NaN, Infinity, '900', null, {}]) told.say({ ...size, height: absurd });
    for (const rev of [NaN, null, '3']) told.say({ ...size, rev, height: 900 });
    told.say({ type: 'seek', y: NaN, reason: 'inner' });
    told.say({ type: 'toString' });
    told.say([]);
    parent.postMessage({ story: 1, type: 'hello', version: 99 }, '*');
    parent.postMessage({ ...size, story: 1, height: 900 }, '*');
  }, layout);
  await expectAlive(page, story);
  expect(await blockHeight(page)).toBe(height);
  expect((await log(story)).inits).toBe(inits);
  await say(story, { ...layout, height: 1e12 });
  await expect.poll(() => blockHeight(page)).toBe(200_000);
});

test('a story moves its reader within itself only', async ({ page, servers }) => {
  await page.goto(servers.host('plain', EMBED));
  const story = await storyIn(page);
  await readTo(page, 3000);
  await expectPinned(page);
  await say(story, { type: 'seek', y: 1e9, reason: 'inner' });
  await still(page);
  let place = await placeOf(page);
  expect(Math.abs(place.end - place.height), 'no further than its end').toBeLessThanOrEqual(2);
  await say(story, { type: 'seek', y: -1e9, reason: 'inner' });
  await still(page);
  place = await placeOf(page);
  expect(Math.abs(place.start), 'nor than its start').toBeLessThanOrEqual(2);
  await page.evaluate(() => {
    scrollTo(0, document.documentElement.scrollHeight);
  });
  await still(page);
  const away = await page.evaluate(() => scrollY);
  await say(
    story,
    { type: 'seek', y: 3000, reason: 'inner' },
    { type: 'page', y: -500, behavior: 'instant' },
    { type: 'layout', rev: 7, height: 7828, width: 1, viewport: 1, keep: 3000 },
  );
  await still(page);
  expect(await page.evaluate(() => scrollY), 'and nobody who is elsewhere').toBe(away);
});

test('a block that the browser reads before what is in it', async ({ page, servers }) => {
  const html = await (await fetch(servers.host('plain', EMBED))).text();
  const [block = ''] = /<div id="six-doors"[^>]*>/.exec(html) ?? [];
  const [before = '', after = ''] = html.split(block);
  const script = `<script src="${servers.site}embed/v1.js"></script>`;
  /** Asks for the rest of the page once the loader has put a frame into the block. */
  const ask = `<script>
    new MutationObserver((_, observer) => {
      if (!document.querySelector('#six-doors iframe')) return;
      observer.disconnect();
      fetch('/rest');
    }).observe(document, { childList: true, subtree: true });
  </script>`;
  const OURS = '#six-doors iframe:first-of-type';
  let end: (() => void) | undefined;
  const server = createServer((request, response) => {
    if (request.url === '/rest') {
      end?.();
      response.writeHead(204).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.write(before.replace('</head>', `${script}${ask}</head>`) + block);
    end = () => response.end(after);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await expect(page.locator('#six-doors iframe')).toHaveCount(2);
    await expect(page.locator('#six-doors iframe:visible')).toHaveCount(1);
    const story = await storyIn(page, OURS);
    await readTo(page, 2345, OURS);
    await expectPinned(page, OURS);
    await expect.poll(() => storyY(story)).toBe(2345);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

test('replays and floods', async ({ page, servers }) => {
  const events = await recordEvents(page);
  await page.goto(servers.host('plain', EMBED));
  const story = await storyIn(page);
  const before = (await events()).length;
  await story.evaluate(() => {
    const told = window as unknown as Told;
    for (let n = 0; n < 5000; n += 1) {
      parent.postMessage({ story: 1, type: 'hello', version: 1, names: [] }, '*');
      told.say({ type: 'step', chapter: 'one', step: '1', n: 1, of: 12 });
    }
  });
  await still(page);
  expect((await log(story)).inits).toBeLessThanOrEqual(242);
  expect((await events()).length - before).toBeLessThanOrEqual(240);
  await page.waitForTimeout(1100); // until the story may speak again
  await expectAlive(page, story);
});

test('a frame that refuses to be framed leaves the link and the card', async ({ page, servers }) => {
  await page.clock.install();
  await page.route('**/embed/refused/', async (route) => {
    await route.fulfill({
      contentType: 'text/html',
      headers: { 'Content-Security-Policy': "frame-ancestors 'none'" },
      body: '<p>Not here',
    });
  });
  const events = await recordEvents(page);
  await page.addInitScript(() => {
    const loaded = new Promise<void>((resolve) => {
      document.addEventListener(
        'load',
        ({ target }) => {
          if (target instanceof HTMLIFrameElement) resolve();
        },
        true,
      );
    });
    // The frame may have loaded before the loader has.
    void Promise.all([loaded, customElements.whenDefined('story-embed')]).then(() => {
      Object.assign(window, { at: Date.now() });
    });
  });
  await page.goto(servers.host('plain', { embed: 'embed/refused/' }));
  const loaded = () => page.evaluate(() => (window as unknown as { at?: number }).at);
  await expect.poll(loaded).toBeDefined();
  await page.clock.pauseAt((await loaded())! + 9900);
  await expect(page.locator('iframe')).toBeVisible();
  await page.clock.runFor(200);
  await expect(page.locator('iframe')).toBeHidden();
  await expect(page.getByRole('link', { name: 'Open the full story' })).toBeVisible();
  const card = page.locator('#six-doors a img');
  await expect(card).toHaveAttribute('src', `${servers.site}cards/story.png`);
  await expect.poll(() => card.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1200);
  expect(await blockHeight(page)).toBeLessThan(600);
  expect((await events()).map(({ name, detail }) => [name, detail])).toEqual([
    ['mode', { mode: 'link' }],
    ['error', { reason: 'no answer' }],
  ]);
  await page.evaluate(() => {
    for (const type of ['beforeprint', 'afterprint']) dispatchEvent(new Event(type));
  });
  await expect(page.locator('iframe')).toBeHidden();
  await expect(card).toBeVisible();
});

test('a page that nobody looks at waits', async ({ page, servers }) => {
  await page.clock.install();
  // As lazy frames in a hidden page it does not come.
  await page.route('**/embed/never/', () => undefined);
  const look = (hidden: boolean) => {
    Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
  };
  await page.addInitScript(look, true);
  await page.goto(servers.host('plain', { embed: 'embed/never/' }), { waitUntil: 'commit' });
  await expect.poll(() => page.evaluate(() => Boolean(customElements.get('story-embed')))).toBe(true);
  await page.clock.runFor(45_000);
  await page.evaluate(look, false);
  await page.clock.runFor(9000);
  await expect(page.locator('iframe')).toBeVisible();
  await page.clock.runFor(12_000);
  await expect(page.locator('iframe')).toBeHidden();
});

test('a page that is not there leaves the link, where images are forbidden only that', async ({
  page,
  servers,
}) => {
  await page.clock.install();
  await page.goto(servers.host('strict', { embed: 'embed/chapters/nowhere/' }));
  await page.clock.runFor(21_000);
  await expect(page.locator('iframe')).toBeHidden();
  await expect(page.getByRole('link', { name: 'Open the full story' })).toBeVisible();
  await expect(page.locator('#six-doors img')).toBeHidden();
});

test('a link is made where the host has none', async ({ page, servers }) => {
  await page.clock.install();
  await page.goto(servers.host('two', { ...EMBED, second: `${servers.site}embed/chapters/nowhere/` }));
  await page.locator('#second').scrollIntoViewIfNeeded();
  await page.clock.runFor(21_000);
  await expect(page.locator('#second a')).toHaveAttribute('href', `${servers.site}chapters/nowhere/`);
  await expect(page.locator('#second a')).toBeVisible();
});

test('without scripts the frame and the link are there', async ({ browser, servers }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(servers.host('plain', EMBED));
  await expect(page.locator('iframe')).toHaveAttribute('height', '6000');
  await expect(page.getByRole('link', { name: 'Open the full story' })).toBeVisible();
  await context.close();
});

test('a header that sticks is measured, or told', async ({ page, servers }) => {
  await page.goto(servers.host('header', EMBED));
  const story = await storyIn(page);
  await readTo(page, 1000);
  await expectPinned(page);
  const inset = () => story.evaluate(() => document.documentElement.style.getPropertyValue('--inset'));
  await expect.poll(inset).toBe('60px');
  await page.evaluate(() => {
    document.querySelector('header')?.setAttribute('style', 'height: 100px');
  });
  await expect.poll(inset).toBe('100px');
  await page.evaluate(() => document.querySelector('header')?.remove());
  await expect.poll(inset).toBe('0px');
  await page.evaluate(() => {
    document.querySelector('#six-doors')?.setAttribute('data-inset', '44');
  });
  await expect.poll(inset).toBe('44px');
});

test('the host’s wishes for its looks', async ({ page, servers }) => {
  await page.goto(servers.host('dark', { ...EMBED, background: 'transparent' }));
  const story = await storyIn(page);
  const [init] = (await log(story)).said;
  expect(init).toMatchObject({
    type: 'init',
    theme: 'dark',
    background: 'transparent',
    values: { '--sheet': '#101418', '--ink': '#e8e4da' },
  });
  await page.evaluate(() => {
    // What the page has under the same names, without setting it on the embed, is its own.
    document.documentElement.style.setProperty('--mute', 'red');
    const block = document.querySelector<HTMLElement>('#six-doors');
    block?.setAttribute('data-theme', 'light');
    block?.style.setProperty('--side-east', 'teal');
  });
  const last = async () => (await log(story)).said.findLast(({ type }) => type === 'theme');
  await expect.poll(last).toEqual({
    type: 'theme',
    theme: 'light',
    values: { '--sheet': '#101418', '--ink': '#e8e4da', '--side-east': 'teal' },
  });
});

test('on paper the link stands for the story', async ({ page, servers }) => {
  const count = async () => {
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
    return pdf.match(/\/Type\s*\/Page\b/g)?.length;
  };
  await page.goto(servers.host('plain', EMBED));
  const story = await storyIn(page);
  const height = await blockHeight(page);
  await expectAlive(page, story);
  const where = await page.evaluate(() => scrollY);
  const printed = await count();
  await expect.poll(() => blockHeight(page)).toBe(height);
  await still(page);
  expect(await page.evaluate(() => scrollY)).toBe(where);
  await expect.poll(() => storyY(story)).toBe(2345);
  await page.goto('about:blank');
  await page.goto(servers.host('plain', EMBED).replace('plain', 'paper'));
  expect(printed).toBe(await count());
});
