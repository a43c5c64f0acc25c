/** What of the story can be embedded: the whole, each chapter, each figure; where it lies and what it is called. */
import { figuresWithSteps } from './figureSteps.ts';
import type { Offered } from '../embed/offer/offers.ts';
import { heightMark } from '../embed/snippet.ts';
import { slug } from '../model/slug.ts';
import type { Story } from '../model/types.ts';
import { wordsOf } from '../model/words.ts';

/** Everything that can be embedded, in the story's order. */
export function offersOf(story: Story): readonly Offered[] {
  const words = wordsOf(story);
  // An id begins with a letter, whatever the story's title does.
  const base = `story-${slug(story.title)}`.replace(/^story-(?=[a-z])/, '').replace(/-$/, '');
  const offer = (kind: Offered['kind'], id: string, title: string, place: string, card: string): Offered => ({
    kind,
    id,
    title,
    page: kind === 'story' ? '/' : `/${place}/`,
    frame: `/embed/${place}/`,
    oembed: `/oembed/${place}.json`,
    card: `/cards/${card}.png`,
    height: heightMark(`/embed/${place}/`),
  });
  return [
    offer('story', base, story.title, 'story', 'story'),
    ...story.chapters.map(({ id, title, door }) =>
      offer(
        'chapter',
        `${base}-${id}`,
        `${door ? words('chapter.door-title', { n: door.number, title }) : title} · ${story.title}`,
        `chapters/${id}`,
        id,
      ),
    ),
    ...figuresWithSteps(story).map(({ id, title }) =>
      offer(
        'figure',
        `${base}-figure-${id}`,
        `${title} · ${story.title}`,
        `figures/${id}`,
        firstTelling(story, id) ?? 'story',
      ),
    ),
  ];
}

/** The offer whose own page lies at an address; none for pages beside the story. */
export const offerAt = (story: Story, path: string): Offered | undefined =>
  offersOf(story).find(({ page }) => page === path);

/** The offer of a chapter. */
export function chapterOffer(story: Story, chapter: string): Offered {
  const offer = offerAt(story, `/chapters/${chapter}/`);
  if (!offer) throw new Error(`The chapter "${chapter}" is not offered.`);
  return offer;
}

/** The offer of the story as a whole. */
export function wholeStory(story: Story): Offered {
  const [first] = offersOf(story);
  if (!first) throw new Error('Nothing is offered.');
  return first;
}

/** The first chapter that a figure is part of. */
const firstTelling = (story: Story, figure: string) =>
  story.chapters.find(({ steps }) => steps.some((step) => step.figure === figure))?.id;
