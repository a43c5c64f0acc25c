/** The doors of the story. */
import type { ChapterFront, DoorFront } from '../schemas/chapter.ts';
import type { Door, DoorEntry } from '../types.ts';
import { typographic } from '../typography.ts';

export interface FrontOf {
  readonly id: string;
  readonly front: ChapterFront;
}

/** Every chapter that is a door, with how it stood by its own chapter and by the one told later. */
export function doorsOf(chapters: readonly FrontOf[]): Door[] {
  const afterwards = chapters.flatMap(({ front }) => front.doors ?? []);
  return chapters
    .flatMap(({ id, front: { title, door, side, who } }) =>
      door && side !== undefined && who !== undefined ? [{ id, title, door, side, who }] : [],
    )
    .map(({ id, title, door, side, who }, index) => ({
      chapter: id,
      number: index + 1,
      name: typographic(title),
      who: typographic(who),
      side,
      entries: [
        ...door.map((entry) => entryOf(entry, false)),
        ...afterwards.filter((entry) => entry.door === id).map((entry) => entryOf(entry, true)),
      ],
    }));
}

type LaterFront = NonNullable<ChapterFront['doors']>[number];

function entryOf(entry: DoorFront | LaterFront, later: boolean): DoorEntry {
  const { from, state, angle, note, cite } = entry;
  const fixed = { open: 90, shut: 0, locked: 0, ajar: angle ?? 0 };
  const by = 'by' in entry ? entry.by : undefined;
  return { from, state, angle: fixed[state], note: typographic(note), cite, later, ...(by && { by }) };
}
