/**
 * The scripts of pages as one classic script. Pages that are read from a disk may not load modules: every module that
 * islands and pages name is packed into it, none runs before it is asked for, and what asks is answered from there.
 */
import { posix } from 'node:path';
import { rolldown } from 'rolldown';
import { attribute, elementsOf } from '../html.ts';
import { textOf, type Files } from './files.ts';

const ENTRY = '\0entry';
const URLS = ['component-url', 'renderer-url', 'before-hydration-url'];

/** Whether an address is that of a module, which the bundle answers for. */
export const isModule = (path: string): boolean => path.endsWith('.js');

/** What a page needs of scripts. */
export interface PageModules {
  /** The files of the modules that its islands ask for, by name. */
  readonly islands: readonly string[];
  /** Those that run once the page is there, in order. */
  readonly page: readonly string[];
}

/** The modules that a page names; files are told apart by their names, which carry hashes. */
export function modulesOf(html: string): PageModules {
  const islands = new Set<string>();
  const page = new Set<string>();
  for (const element of elementsOf(html)) {
    for (const name of URLS) {
      const url = attribute(element, name);
      if (url) islands.add(posix.basename(url));
    }
    const src = attribute(element, 'src');
    if (element.tagName !== 'script' || attribute(element, 'type') !== 'module') continue;
    if (src === undefined) throw new Error('A module without a file cannot be packed.');
    page.add(posix.basename(src));
  }
  return { islands: [...islands], page: [...page] };
}

/**
 * Stands in the head of a page: answers what islands ask for as soon as the bundle is there. The method that it takes
 * over is the site generator's own. It is taken over in the moment the element is defined: a page that is written by
 * a script leaves no moment after it.
 */
export const ANSWERING = `(()=>{let open;const modules=new Promise((resolve)=>open=resolve),define=customElements.define;self.storyModules=open;customElements.define=function(name,element,...rest){if(name==='astro-island')element.prototype.importWithRetry=(url)=>modules.then((all)=>all[url.split(/[#/]/).pop()]());define.call(this,name,element,...rest)}})();`;

/**
 * Packs modules into one script, which hands them to the page and runs those that its own `data-run` names.
 *
 * @param files the site
 * @param names of the modules
 * @param replaced files of ours that stand in for modules, by the beginning of their names
 * @throws Error if a module is not in the site, or asks for what is not
 */
export async function bundleOf(
  files: Files,
  names: readonly string[],
  replaced: Readonly<Record<string, string>> = {},
): Promise<string> {
  const paths = new Map([...files.keys()].map((path) => [posix.basename(path), path]));
  const table = names.map(
    (name) => `${JSON.stringify(name)}:()=>import(${JSON.stringify(`/${paths.get(name)}`)})`,
  );
  const entry =
    `const all={${table.join(',')}};self.storyModules(all);` +
    `for(const name of document.currentScript.dataset.run.split(' ').filter(Boolean))all[name]();`;
  const bundle = await rolldown({
    input: ENTRY,
    logLevel: 'silent',
    // Modules that load others by their place have no place here.
    transform: { define: { 'import.meta': '{}' } },
    plugins: [
      {
        name: 'site',
        resolveId(id, importer) {
          if (id === ENTRY || id.startsWith('/')) return id;
          const stand = Object.keys(replaced).find((start) => posix.basename(id).startsWith(start));
          return stand === undefined ? posix.join(posix.dirname(importer ?? '/'), id) : replaced[stand];
        },
        load(id) {
          if (id === ENTRY) return entry;
          if (Object.values(replaced).includes(id)) return null;
          const bytes = files.get(id.slice(1));
          if (!bytes) throw new Error(`There is no ${id.slice(1)} in the site.`);
          return textOf(bytes);
        },
      },
    ],
  });
  const { output } = await bundle.generate({ format: 'iife', codeSplitting: false, minify: true });
  await bundle.close();
  return output[0].code;
}
