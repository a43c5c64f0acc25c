/** What can be embedded, for the dialog that offers it: loaded when a reader asks for it, not before. */
import type { APIRoute } from 'astro';
import { offersOf } from '../../components/offers.ts';
import type { Offers } from '../../embed/offer/offers.ts';
import { wordsOf } from '../../model/words.ts';
import { theStory } from '../../story/load.ts';

const KEYS = [
  'offer.title',
  'offer.intro',
  'offer.what',
  'offer.whole',
  'offer.chapters',
  'offer.figures',
  'offer.edition',
  'offer.latest',
  'offer.snippet',
  'offer.copy',
  'offer.copied',
  'offer.marked',
  'offer.address',
  'offer.oembed',
  'offer.preview',
  'offer.preview.host',
  'offer.preview.tall',
  'offer.preview.link',
  'offer.more',
  'offer.close',
] as const;

/** px: while editing, high enough for any of them. Only the build works heights out. */
const ANY_HEIGHT = 60_000;

export const GET: APIRoute = () => {
  const story = theStory();
  const words = wordsOf(story);
  const offers: Offers = {
    offers: offersOf(story).map((offer) => (import.meta.env.DEV ? { ...offer, height: ANY_HEIGHT } : offer)),
    link: words('embed.open'),
    version: story.edition.version,
    kept: Boolean(process.env['KEEP']),
    oembed: story.site !== undefined,
    words: {
      ...Object.fromEntries(KEYS.map((key) => [key.replace(/^offer\./, ''), words(key)])),
      frozen: words('offer.frozen', { version: story.edition.version }),
    } as Offers['words'],
  };
  return Response.json(offers);
};
