/** The data of each figure as a file (RFC 4180, UTF-8): the same rows as its table, with the sources' addresses. */
import type { APIRoute } from 'astro';
import { csvOf } from '../../islands/csv.ts';
import { figureTables } from '../../islands/tables.ts';
import { theStory } from '../../story/load.ts';

export function getStaticPaths() {
  const story = theStory();
  return story.figures
    .filter((figure) => figureTables(story, figure, true).length > 0)
    .map((figure) => ({ params: { figure: figure.id } }));
}

export const GET: APIRoute = ({ params }) => {
  const story = theStory();
  const figure = story.figures.find((each) => each.id === params['figure']);
  if (!figure) return new Response(null, { status: 404 });
  return new Response(csvOf(story, figureTables(story, figure, true)), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  });
};
