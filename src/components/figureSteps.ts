/** Which steps belong to a figure's own page. */
import type { Figure, Step, Story } from '../model/types.ts';

/** The steps of the story that name a figure, in the story's order. */
export function stepsOf(story: Story, figure: string): readonly Step[] {
  return story.chapters.flatMap((chapter) => chapter.steps).filter((step) => step.figure === figure);
}

/** The figures that have a page of their own: those that a step names. */
export function figuresWithSteps(story: Story): readonly Figure[] {
  return story.figures.filter(({ id }) => stepsOf(story, id).length > 0);
}
