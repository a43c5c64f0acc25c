/** What pages say of the stills that they show. */
import { applyEdits, attribute, elementsOf, type Edit } from '../html.ts';
import type { Stills } from '../stills.ts';

/** What is left of the window's width between the page's margins at most widths, as tokens.css has it. */
const SHARE = 0.89;

/**
 * Gives every still on a page its size, so that nothing moves when it arrives, and shows the narrow one where the
 * wide one would be too small to read.
 *
 * @param html a page whose addresses still begin at the site's root
 * @throws Error if a still is not there
 */
export function withStills(html: string, stills: Stills): string {
  const edits: Edit[] = [];
  for (const element of elementsOf(html)) {
    const address = (attribute(element, 'src') ?? attribute(element, 'srcset') ?? '').replace(/#.*$/, '');
    if (!/^\/stills\/.*\.svg$/.test(address)) continue;
    const still = stills.get(address);
    const tag = element.sourceCodeLocation?.startTag ?? element.sourceCodeLocation;
    if (!still || !tag) throw new Error(`There is no still ${address}.`);
    const text = ` width="${still.width}" height="${still.height}"`;
    const at = tag.startOffset + 1 + element.tagName.length;
    edits.push({ start: at, end: at, text });

    const media = element.sourceCodeLocation?.attrs?.['media'];
    const wide = stills.get(address.replace('-narrow.svg', '.svg'));
    if (!media || !wide) continue;
    const from = Math.ceil(wide.legibleFrom / SHARE);
    edits.push({
      start: media.startOffset,
      end: media.endOffset,
      text: `media="screen and (width < ${from}px)"`,
    });
  }
  return applyEdits(html, edits);
}
