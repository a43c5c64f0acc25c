/** The editions on a disk in Firefox. */
import { expect, test } from '@playwright/test';
import { driverOf } from '../engines/firefox.ts';
import { needs } from '../needs.ts';
import { ending, opensDoorsOnDisk, worksOnDisk } from './engines.ts';
import { onDisk, singleOf } from './made.ts';
import { keepsItsPolicy, recordedCopies } from './recorded.ts';

test.beforeAll(() => needs('firefox'));

for (const [name, path] of [
  ['the edition that opens by a double click', () => 'all/file/index.html'],
  ['the story in one file', () => singleOf('all')],
  ['a figure in one file', () => singleOf('figure')],
] as const) {
  test(`${name} works, without a word`, async ({ page }) => {
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    await worksOnDisk(driverOf(page), onDisk(path()));
    expect(said).toEqual([]);
  });
}

test('the doors of the ending open', async ({ page }) => {
  await opensDoorsOnDisk(driverOf(page), onDisk(`all/file/chapters/${ending}/index.html`));
});

// Every page takes longer than every run should: `npm run test:slow`.
const every = Boolean(process.env['SLOW']);
test(`${every ? 'every page' : 'a page of each sort'} keeps its policy`, async ({ page }) => {
  test.slow();
  await keepsItsPolicy(driverOf(page), recordedCopies(test.info().outputDir, every));
});
