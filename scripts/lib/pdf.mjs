/** A page of the site as a tagged PDF, made from its print sheet by the browser of this machine. */
import { chromium } from '@playwright/test';
import { findBrowser, launchOptions } from '../browser.mjs';
import { datedPdf } from '../../src/export/editions/pdf.ts';
import { ExportError } from './out-dir.mjs';
import { serve } from './serve.mjs';

/**
 * @param {string} dist a finished build
 * @param {string} path the page's address from the site's root, `` or `chapters/one/`
 * @param {object} options
 * @param {string} options.day the day that the PDF says it was made on, an ISO day
 * @param {string | undefined} options.site where the whole story is published, without a trailing slash; what leads to
 *   other pages leads there, or is plain text where it is not known
 * @returns {Promise<Uint8Array>} the same bytes for the same page and browser
 * @throws {ExportError} if there is no browser
 */
export async function pdfOf(dist, path, { day, site }) {
  const found = findBrowser();
  if (!found)
    throw new ExportError(
      '--pdf needs Chromium, Chrome or Edge: install one, or set BROWSER_EXE to its path.',
    );
  const served = await serve(dist);
  // Signals are the export's: it leaves nothing behind, and neither does the browser then.
  const options = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  const browser = await chromium.launch({ ...launchOptions(found), ...options });
  try {
    // On paper every step shows its still: no script is needed, and none may move anything.
    const page = await browser.newPage({ javaScriptEnabled: false, colorScheme: 'light' });
    await page.emulateMedia({ media: 'print', colorScheme: 'light' });
    await page.goto(served.url + path);
    await page.evaluate(async () => {
      for (const image of document.images) image.loading = 'eager';
      await Promise.all([document.fonts.ready, ...[...document.images].map((image) => image.decode())]);
    });
    await page.evaluate(([root, home]) => {
      for (const link of document.querySelectorAll('a[href]')) {
        const { href } = new URL(link.getAttribute('href') ?? '', document.baseURI);
        if (!href.startsWith(root) || href.startsWith(`${location.href}#`)) continue;
        if (home === undefined) link.removeAttribute('href');
        else link.setAttribute('href', `${home}/${href.slice(root.length)}`);
      }
    }, /** @type {const} */ ([served.url, site]));
    const pdf = await page.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      outline: true,
      tagged: true,
    });
    return datedPdf(pdf, day);
  } finally {
    await browser.close();
    await served.close();
  }
}
