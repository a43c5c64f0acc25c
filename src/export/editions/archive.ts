/** The edition to be deposited: the site, what it was made of, the pages as a web archive, and a list of it all. */
import { bytesOf, under, type Files } from './files.ts';
import { manifestOf, type About } from './manifest.ts';
import { waczOf } from './wacz.ts';

/** @param parts `site` is the finished site, `content` the files that the story was made from */
export async function archiveEdition(
  about: About,
  parts: {
    readonly name: string;
    readonly site: Files;
    readonly content: Files;
    readonly licence: Uint8Array;
    readonly readMe: string;
  },
): Promise<Files> {
  const { title, description, date, site, part } = about;
  // A part lies where the whole story has it. Where the story's address is not known, one that can never be anyone's.
  const base = [site ?? `https://${parts.name}.invalid`, ...(site && part ? [part] : [])].join('/');
  const files = new Map([
    ...under('site', parts.site),
    ...under('content', parts.content),
    [`${parts.name}.wacz`, await waczOf(parts.site, { title, description, base, day: date })] as const,
    ['LICENSE', parts.licence] as const,
    ['READ ME.txt', bytesOf(parts.readMe.replaceAll('\n', '\r\n'))] as const,
  ]);
  return new Map([...files, ['manifest.json', manifestOf(about, files)]]);
}
