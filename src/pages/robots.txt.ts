/** Everything may be read; where the site knows its address, the site map says what there is. */
import type { APIRoute } from 'astro';
import { theStory } from '../story/load.ts';

export const GET: APIRoute = () => {
  const { site } = theStory();
  return new Response(`User-agent: *\nAllow: /\n${site ? `\nSitemap: ${site}/sitemap.xml\n` : ''}`);
};
