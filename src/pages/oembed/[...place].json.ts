/** oEmbed for the story, each chapter and each figure. It holds absolute addresses alone: without `site` there is none. */
import type { APIRoute } from 'astro';
import { CARD } from '../../components/card.ts';
import { offersOf } from '../../components/offers.ts';
import { oEmbed } from '../../embed/oembed.ts';
import { theStory } from '../../story/load.ts';

const placeOf = (oembed: string) => oembed.replace(/^\/oembed\/|\.json$/g, '');

export function getStaticPaths() {
  const story = theStory();
  return story.site ? offersOf(story).map(({ oembed }) => ({ params: { place: placeOf(oembed) } })) : [];
}

export const GET: APIRoute = ({ params }) => {
  const story = theStory();
  const offer = offersOf(story).find(({ oembed }) => placeOf(oembed) === params['place']);
  const { site } = story;
  if (!offer || !site) return new Response(null, { status: 404 });
  const answer = oEmbed(
    { ...offer, frame: site + offer.frame, page: site + offer.page },
    { name: story.title, url: `${site}/` },
    { url: site + offer.card, ...CARD },
  );
  return Response.json(answer);
};
