/** The site in WebKitGTK. */
import { test } from '@playwright/test';
import { dist, pages } from '../site.ts';
import { serveRecorded, type Recorded } from './recorded.ts';
import { followsDeepLinks, kindsOfPages, opens, readsTheStory, remembersTheTheme } from './smoke.ts';
import { startWebKit, type WebKit } from './webkit.ts';

// One browser for all of them: it takes seconds to start.
test.describe.configure({ mode: 'default' });

let site: Recorded;
let browser: WebKit;
test.beforeAll(async () => {
  browser = await startWebKit();
  site = await serveRecorded(dist);
});
test.afterAll(async () => {
  await browser?.stop();
  await site?.close();
});

test('the story is read, and its figures follow', () => readsTheStory(browser, site));
test('a link to a step opens there', () => followsDeepLinks(browser, site));
test('the chosen theme holds on the next page', () => remembersTheTheme(browser, site));

// Every page takes longer than every run should: `npm run test:slow`.
const addresses = process.env['SLOW'] ? pages : kindsOfPages;
test(`${addresses.length} pages open without an error or a breach of policy`, async () => {
  test.slow();
  await opens(browser, site, addresses);
});
