/** `/feed.xml` and `/sitemap.xml`, in a build that knows where it will be published. */
import type { APIRoute } from 'astro';
import { atomFeed, siteMap } from '../components/feeds.ts';
import { theStory } from '../story/load.ts';

const feeds = { feed: atomFeed, sitemap: siteMap };

export const getStaticPaths = () =>
  theStory().site ? Object.keys(feeds).map((feed) => ({ params: { feed } })) : [];

export const GET: APIRoute = ({ params }) => {
  const story = theStory();
  const feed = feeds[params['feed'] as keyof typeof feeds];
  if (story.site === undefined) return new Response(null, { status: 404 });
  return new Response(feed({ ...story, site: story.site }), {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  });
};
