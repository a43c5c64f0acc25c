/** What only the pages for frames need. */
import { applyEdits, attribute, elementsOf, type Edit } from './html.ts';

/** Whether a page is one for frames. @param page its path in the site */
export const isForFrames = (page: string): boolean => page.startsWith('embed/');

/**
 * Has every link that leads out of a page open beside the host: within the frame it would take the story away. And
 * nothing is a download there, which most frames may not do.
 */
export function withLinksOut(html: string): string {
  const edits: Edit[] = [];
  for (const element of elementsOf(html)) {
    const tag = element.sourceCodeLocation?.startTag;
    if (element.tagName !== 'a' || !tag) continue;
    const address = attribute(element, 'href');
    if (address === undefined || address.startsWith('#')) continue;
    for (const name of ['target', 'rel', 'download']) {
      const place = element.sourceCodeLocation?.attrs?.[name];
      if (place) edits.push({ start: place.startOffset, end: place.endOffset, text: '' });
    }
    const at = tag.startOffset + '<a'.length;
    edits.push({ start: at, end: at, text: ' target="_blank" rel="noopener"' });
  }
  return applyEdits(html, edits);
}
