/** oEmbed 1.0: what a CMS learns of an address that an editor pastes. */
import { bareFrame, type HeightMark, type Offer } from './snippet.ts';

export interface Thumbnail {
  /** Absolute. */
  readonly url: string;
  /** px */
  readonly width: number;
  readonly height: number;
}

export interface OEmbed {
  readonly version: '1.0';
  readonly type: 'rich';
  readonly title: string;
  readonly provider_name: string;
  readonly provider_url: string;
  readonly cache_age: number;
  readonly thumbnail_url: string;
  readonly thumbnail_width: number;
  readonly thumbnail_height: number;
  readonly html: string;
  readonly width: number;
  readonly height: number | HeightMark;
}

/** px: the column of the narrowest common CMS theme. The frame itself is as wide as its place. */
const WIDTH = 650;

/** Seconds: an edition that corrects another is seen within a day. */
const CACHE = 86_400;

/**
 * @param offer what is embedded
 * @param provider the story: its name and its absolute address
 */
export function oEmbed(
  offer: Offer,
  provider: { readonly name: string; readonly url: string },
  thumbnail: Thumbnail,
): OEmbed {
  return {
    version: '1.0',
    type: 'rich',
    // In a sandbox no link opens, and nothing but the title is sure to reach the page: it carries the address.
    title: `${offer.title} (${offer.page})`,
    provider_name: provider.name,
    provider_url: provider.url,
    cache_age: CACHE,
    thumbnail_url: thumbnail.url,
    thumbnail_width: thumbnail.width,
    thumbnail_height: thumbnail.height,
    html: bareFrame(offer),
    width: WIDTH,
    height: typeof offer.height === 'number' ? Math.ceil(offer.height) : offer.height,
  };
}
