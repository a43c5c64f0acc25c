/** What the dialog that offers embeds is told, and what it makes of it. Pure. */
import { snippet, type HeightMark, type Offer } from '../snippet.ts';

/** Something of the story that can be embedded; addresses from the site's root, with a slash before them. */
export interface Offered {
  readonly kind: 'story' | 'chapter' | 'figure';
  /** The embed element's id on a host's page. */
  readonly id: string;
  readonly title: string;
  readonly page: string;
  readonly frame: string;
  readonly oembed: string;
  readonly card: string;
  /** px; a mark until the build fills it in. */
  readonly height: number | HeightMark;
}

export interface Offers {
  readonly offers: readonly Offered[];
  /** The words of the link to the whole story. */
  readonly link: string;
  readonly version: string;
  /** Whether this edition is also kept under `/v/{version}/`. */
  readonly kept: boolean;
  /** Whether there is oEmbed: only where the site knows its own address. */
  readonly oembed: boolean;
  readonly words: Readonly<
    Record<
      | 'title'
      | 'intro'
      | 'what'
      | 'whole'
      | 'chapters'
      | 'figures'
      | 'edition'
      | 'latest'
      | 'frozen'
      | 'snippet'
      | 'copy'
      | 'copied'
      | 'marked'
      | 'address'
      | 'oembed'
      | 'preview'
      | 'preview.host'
      | 'preview.tall'
      | 'preview.link'
      | 'more'
      | 'close',
      string
    >
  >;
}

export type Edition = 'latest' | 'frozen';

/**
 * Where an edition lies.
 *
 * @param base the address of the site that the page belongs to, with a slash at the end
 * @param inFrozen whether that is a kept edition itself
 */
export function editionBase(base: string, inFrozen: boolean, version: string, edition: Edition): string {
  if (inFrozen) return edition === 'frozen' ? base : new URL('../../', base).href;
  return edition === 'frozen' ? `${base}v/${version}/` : base;
}

/** The snippet of an offer, for a site at `base` (with a slash at the end). */
export function snippetOf(offer: Offered, base: string, link: string): string {
  return snippet(
    { ...offer, frame: at(base, offer.frame), page: at(base, offer.page) } satisfies Offer,
    `${base}embed/v1.js`,
    offer.kind === 'story' ? link : offer.title,
  );
}

/** An address from the site's root, made absolute. */
export const at = (base: string, address: string): string => base + address.slice(1);
