/** The editions on a disk in WebKitGTK. */
import { test } from '@playwright/test';
import { startWebKit, type WebKit } from '../engines/webkit.ts';
import { ending, opensDoorsOnDisk, worksOnDisk } from './engines.ts';
import { onDisk, singleOf } from './made.ts';
import { keepsItsPolicy, recordedCopies } from './recorded.ts';

// One browser for all of them: it takes seconds to start.
test.describe.configure({ mode: 'default' });

let browser: WebKit;
test.beforeAll(async () => {
  browser = await startWebKit();
});
test.afterAll(() => browser?.stop());

test('the edition that opens by a double click works', () =>
  worksOnDisk(browser, onDisk('all/file/index.html')));
test('the story in one file works', () => worksOnDisk(browser, onDisk(singleOf('all'))));
test('a figure in one file works', () => worksOnDisk(browser, onDisk(singleOf('figure'))));
test('the doors of the ending open', () =>
  opensDoorsOnDisk(browser, onDisk(`all/file/chapters/${ending}/index.html`)));

// Every page takes longer than every run should: `npm run test:slow`.
const every = Boolean(process.env['SLOW']);
test(`${every ? 'every page' : 'a page of each sort'} keeps its policy`, async () => {
  test.slow();
  await keepsItsPolicy(browser, recordedCopies(test.info().outputDir, every));
});
