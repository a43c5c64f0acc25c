import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { serve } from '../../scripts/lib/serve.mjs';

/** Serves dist/ on a free port while the tests run; they reach it by relative addresses, `page.goto('./')`. */
export default async function serveSite(): Promise<() => Promise<void>> {
  const dist = fileURLToPath(new URL('../../dist', import.meta.url));
  if (!existsSync(`${dist}/index.html`))
    throw new Error('There is no dist/ to test: run npm run build first.');
  const { url, close } = await serve(dist);
  process.env['SITE_UNDER_TEST'] = url;
  return close;
}
