/** How the story behaves in any frame: quiet, its own, in the theme of whoever holds it, with links that lead out. */
import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { expect } from '@playwright/test';
import sharp from 'sharp';
import { storyIn } from './embeds.ts';
import { guestIn, heightOf } from './guest.ts';
import { dist, pages, trouble } from '../site.ts';
import { test } from './servers.ts';

const chapter = 'embed/chapters/gulf/';
const height = String(heightOf(chapter));

test('pages for frames hide from search engines, and their links lead out', () => {
  const embeds = pages.filter((page) => /^\.\/(embed)\/(story|chapters|figures)\//.test(page));
  expect(embeds.length).toBeGreaterThan(15);
  for (const page of embeds) {
    const html = readFileSync(`${dist}${page}index.html`, 'utf8');
    expect(html.includes('<meta name="robots" content="noindex">'), page).toBe(true);
    expect(
      /(?:local|session)Storage|indexedDB|document\.cookie|<[^>]*data-theme-switch/.test(html),
      page,
    ).toBe(false);
    const out = [...html.matchAll(/<a\b[^>]*href="(?!#)[^"]*"[^>]*>/g)].map(([tag]) => tag);
    expect(out.length, page).toBeGreaterThan(0);
    expect(out.filter((tag) => !tag.includes('target="_blank" rel="noopener"'))).toEqual([]);
  }
});

test('in an opaque origin addresses are shown, citations open in place, and nothing is stored', async ({
  page,
  servers,
}) => {
  const found = trouble(page, 'http://');
  await page.goto(
    servers.host('frame', { embed: chapter, height, width: '342', attributes: 'sandbox="allow-scripts"' }),
  );
  const frame = await guestIn(page, 'tall');
  const address = frame.locator('[data-credit] .address').first();
  await expect(address).toHaveText(/^http.*\/chapters\/gulf\/$/);
  await expect(address).toHaveCSS('user-select', 'all');
  await frame.locator('.opener a[data-cite]').first().click();
  const panel = frame.locator('[data-note-panel]');
  await expect(panel).toBeVisible();
  // A panel is in the window of the reader, not in that of the frame.
  const from = await page.evaluate(
    () => document.querySelector('iframe')?.getBoundingClientRect().top ?? NaN,
  );
  const box = await panel.evaluate((element) => element.getBoundingClientRect().toJSON() as DOMRect);
  const view = page.viewportSize()?.height ?? NaN;
  expect(from + box.top).toBeGreaterThanOrEqual(0);
  expect(from + box.bottom).toBeLessThanOrEqual(view);
  await expect(panel.locator('.address').first()).toBeVisible();
  expect(await frame.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  expect(found).toEqual([]);
});

test('it stores nothing where it could', async ({ page, servers }) => {
  await page.goto(servers.ownHost('frame', { embed: chapter, height, width: '100%' }));
  const frame = await guestIn(page, 'tall');
  await expect(frame.locator('[data-figure]').first()).toHaveAttribute('data-ready', '');
  expect(await frame.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([
    0,
    0,
    '',
  ]);
});

test('it paints its own sheet, in the theme and the colours that the host asks for', async ({
  page,
  servers,
}) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(servers.host('plain', { embed: chapter }));
  const frame = await storyIn(page);
  const root = frame.locator('html');
  const embed = (name: string, value: string) =>
    page.evaluate(
      ([attribute, to]) =>
        document.querySelector('[data-story-embed]')?.setAttribute(String(attribute), String(to)),
      [name, value],
    );
  await expect(root).toHaveCSS('background-color', 'rgb(238, 241, 242)');
  await embed('data-theme', 'dark');
  await expect(root).toHaveAttribute('data-theme', 'dark');
  await expect(root).toHaveCSS('color-scheme', 'dark');
  await expect(root).toHaveCSS('background-color', 'rgb(13, 39, 69)');
  await embed('data-theme', 'auto');
  await expect(root).toHaveAttribute('data-theme', 'light');
  await embed('style', '--sheet: #fff8e7');
  await expect(root).toHaveCSS('background-color', 'rgb(255, 248, 231)');
});

for (const name of ['no-loader', 'plain']) {
  test(`its address may name the theme of a host of one theme, from the first paint on: ${name}`, async ({
    page,
    servers,
  }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.addInitScript(() => {
      const themes: (string | undefined)[] = [];
      Object.assign(window, { themes });
      new MutationObserver(() => {
        const { theme } = document.documentElement?.dataset ?? {};
        if (theme !== themes.at(-1)) themes.push(theme);
      }).observe(document, { subtree: true, attributes: true, childList: true });
    });
    await page.goto(servers.host(name, { embed: `${chapter}?theme=dark`, height }));
    const frame = name === 'plain' ? await storyIn(page) : await guestIn(page, 'tall');
    await expect(frame.locator('html')).toHaveCSS('background-color', 'rgb(13, 39, 69)');
    const themes = () => frame.evaluate(() => (window as unknown as { themes: string[] }).themes);
    expect(await themes()).toEqual(['dark']);
    // What the reader's system changes to is none of this host's.
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await themes()).toEqual(['dark']);
    if (name === 'plain') {
      const embed = page.locator('[data-story-embed]');
      await embed.evaluate((element) => element.setAttribute('data-theme', 'light'));
      await expect.poll(themes).toEqual(['dark', 'light']);
      await embed.evaluate((element) => element.setAttribute('data-theme', 'auto'));
      await expect.poll(themes).toEqual(['dark', 'light', 'dark']);
    }
  });
}

test('asked to be transparent it shows the sheet of its host, in the dark theme too', async ({
  page,
  servers,
}) => {
  await page.goto(servers.host('plain', { embed: chapter }));
  await page.evaluate(() => {
    document.body.style.background = 'rgb(0, 60, 0)';
    const { dataset } = document.querySelector<HTMLElement>('[data-story-embed]') ?? {};
    Object.assign(dataset ?? {}, { background: 'transparent', theme: 'dark' });
    // A story is told once, when it answers, whether it has a sheet.
    for (const frame of document.querySelectorAll('iframe')) frame.src += '?again';
  });
  await expect.poll(() => page.frames().at(-1)?.url()).toContain('?again');
  const frame = await storyIn(page);
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.locator('iframe').evaluate((element) => {
    element.parentElement?.scrollIntoView({ behavior: 'instant' });
  });
  const corner = async () => {
    const { x = 0, y = 0 } = (await page.locator('iframe').boundingBox()) ?? {};
    const picture = await page.screenshot({ clip: { x: x + 3, y: y + 3, width: 4, height: 4 } });
    return [...(await sharp(picture).removeAlpha().raw().toBuffer()).subarray(0, 3)];
  };
  await expect.poll(corner).toEqual([0, 60, 0]);
  // Nor does a page that follows a reader's dark scheme make it opaque.
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.evaluate(() => {
    const meta = Object.assign(document.createElement('meta'), {
      name: 'color-scheme',
      content: 'light dark',
    });
    document.head.append(meta);
  });
  await expect(page.locator('html')).toHaveCSS('color-scheme', 'normal');
  expect(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
  expect(await corner()).toEqual([0, 60, 0]);
  // A figure covers what passes under it, and nothing where nothing does.
  const stage = frame.locator('.stage').first();
  await expect(stage).toHaveCSS('background-color', 'rgb(13, 39, 69)');
  await page.addStyleTag({ content: 'main { max-width: none }' });
  await expect(stage).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
});

test('pinned it does nothing while nobody scrolls', async ({ page, servers }) => {
  await page.goto(servers.host('plain', { embed: chapter }));
  const frame = await storyIn(page);
  await page.locator('iframe').evaluate((element) => {
    element.parentElement?.scrollIntoView({ behavior: 'instant' });
  });
  await expect(frame.locator('[data-figure]').first()).toHaveAttribute('data-ready', '');
  await frame.evaluate(() => {
    const work = { done: 0 };
    Object.assign(window, { work });
    for (const name of ['setTimeout', 'requestAnimationFrame'] as const) {
      const own = window[name].bind(window) as (...given: unknown[]) => number;
      Object.assign(window, {
        [name]: (...given: unknown[]) => {
          work.done += 1;
          return own(...given);
        },
      });
    }
  });
  const work = () => frame.evaluate(() => (window as unknown as { work: { done: number } }).work.done);
  await expect
    .poll(async () => {
      const before = await work();
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
      return (await work()) - before;
    })
    .toBe(0);
});

test('the code for frames weighs at most 4 KB in every mode', () => {
  const html = readFileSync(`${dist}${chapter}index.html`, 'utf8');
  const [, entry = ''] = /src="[./]*_astro\/(Embed[^"]+\.js)"/.exec(html) ?? [];
  const files = readdirSync(`${dist}_astro`);
  const code = (name: string) => readFileSync(`${dist}_astro/${name}`, 'utf8');
  const named = (name: string) => files.filter((file) => file.startsWith(`${name}.`) && file.endsWith('.js'));
  /** What a file needs at once, with all that this needs. */
  const closure = (name: string, found = new Set<string>()): Set<string> => {
    if (found.has(name)) return found;
    found.add(name);
    for (const [, other = ''] of code(name).matchAll(/\b(?:from|import)\s*["'`]\.\/([^"'`]+)["'`]/g))
      closure(other, found);
    return found;
  };
  // What the figures and their motion bring along is the story's, and so is reading step by step, which figures' own
  // pages load from the start.
  const story = new Set(
    ['Plan', 'Timeline', 'Map', 'pager'].flatMap((name) => named(name)).flatMap((name) => [...closure(name)]),
  );
  const weight = (...parts: string[]) => {
    const all = new Set([entry, ...parts.flatMap(named)].flatMap((name) => [...closure(name)]));
    expect(all.size, parts.join()).toBeGreaterThanOrEqual(1 + parts.length);
    return [...all]
      .filter((name) => !story.has(name))
      .reduce((sum, name) => sum + brotliCompressSync(code(name)).length, 0);
  };
  const weights = {
    host: weight('host', 'pinned'),
    dialect: Math.max(weight('alone', 'pinned'), weight('alone', 'tall')),
    tall: weight('alone', 'tall'),
    inner: weight('alone'),
  };
  console.log(`code for frames: ${JSON.stringify(weights)} bytes`);
  for (const [mode, bytes] of Object.entries(weights)) {
    expect(bytes, mode).toBeGreaterThan(1000);
    expect(bytes, mode).toBeLessThanOrEqual(4096);
  }
});
