/** The edition that opens by a double click: everything that the web edition does, without a server. */
import { posix } from 'node:path';
import { withPolicy } from '../policy.ts';
import { changeAddresses } from './addresses.ts';
import { ANSWERING, bundleOf, isModule, modulesOf } from './bundle.ts';
import { bytesOf, sorted, type Files } from './files.ts';
import { onSite, targetOf, wayTo } from './links.ts';
import { afterCharset, beforeBodyEnd, isOffer, needsServer, pageOf, takeFonts, without } from './page.ts';

const SCRIPT = 'story.js';
const FONTS = 'fonts.css';
/** Pages that nobody opens from a disk. */
const LEFT_OUT = /^(404\.html|embed\/|v\/)/;

/** From a disk `'self'` is nothing to some browsers; what lies on the same disk is named by its scheme. */
const POLICY = { own: "'self' file:", fonts: 'data:', connect: "'none'" };

/**
 * @param web the finished site, or a part of it
 * @param options `site`: where the story is published, for what is not in this edition; `readMe`: the text that says
 *   what does not work from a disk
 */
export async function fileEdition(
  web: Files,
  { site, readMe }: { site: string | undefined; readMe: string },
): Promise<Files> {
  const pages = sorted(web.keys()).filter((path) => path.endsWith('.html') && !LEFT_OUT.test(path));
  const needed = pages.map((path) => modulesOf(pageOf(web, path)));
  const modules = new Set(needed.flatMap(({ islands, page }) => [...islands, ...page]));

  const files = new Map<string, Uint8Array>();
  let fonts = '';
  for (const [index, path] of pages.entries()) {
    const taken = takeFonts(
      without(pageOf(web, path), (each) => needsServer(each) || isOffer(each)),
      web,
    );
    fonts ||= taken.fonts;
    const linked = changeAddresses(taken.html, (address, link) => {
      const target = targetOf(path, address);
      if (!target) return address;
      if (isModule(target.path)) return `${wayTo(path, SCRIPT)}#${posix.basename(target.path)}`;
      if (pages.includes(target.path)) return wayTo(path, target.path) + target.rest;
      const bytes = LEFT_OUT.test(target.path) ? undefined : web.get(target.path);
      if (bytes) files.set(target.path, bytes);
      if (bytes) return address;
      if (!link) throw new Error(`${path} needs ${target.path}, which is not in the site.`);
      return site && onSite(site, target);
    });
    const run = needed[index]?.page.join(' ') ?? '';
    const scripted = beforeBodyEnd(
      linked,
      `<script src="${wayTo(path, SCRIPT)}" data-run="${run}"></script>`,
    );
    const page = afterCharset(
      scripted,
      `<link rel="stylesheet" href="${wayTo(path, FONTS)}"><script>${ANSWERING}</script>`,
    );
    files.set(path, bytesOf(withPolicy(page, POLICY)));
  }
  files.set(SCRIPT, bytesOf(await bundleOf(web, sorted(modules))));
  files.set(FONTS, bytesOf(fonts));
  files.set('READ ME FIRST.txt', bytesOf(readMe.replaceAll('\n', '\r\n')));
  return new Map(sorted(files.keys()).map((path) => [path, files.get(path) ?? new Uint8Array()]));
}
