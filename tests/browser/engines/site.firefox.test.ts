/** The site in Firefox. */
import { test } from '@playwright/test';
import { needs } from '../needs.ts';
import { dist, pages } from '../site.ts';
import { driverOf } from './firefox.ts';
import { serveRecorded, type Recorded } from './recorded.ts';
import { followsDeepLinks, kindsOfPages, opens, readsTheStory, remembersTheTheme } from './smoke.ts';

let site: Recorded;
test.beforeAll(async () => {
  await needs('firefox');
  site = await serveRecorded(dist);
});
test.afterAll(() => site?.close());

test('the story is read, and its figures follow', ({ page }) => readsTheStory(driverOf(page), site));
test('a link to a step opens there', ({ page }) => followsDeepLinks(driverOf(page), site));
test('the chosen theme holds on the next page', ({ page }) => remembersTheTheme(driverOf(page), site));

// Every page takes longer than every run should: `npm run test:slow`.
const addresses = process.env['SLOW'] ? pages : kindsOfPages;
test(`${addresses.length} pages open without an error or a breach of policy`, async ({ page }) => {
  test.slow();
  await opens(driverOf(page), site, addresses);
});
