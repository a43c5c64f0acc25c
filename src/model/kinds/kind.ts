/** What the model must know of a kind of figure: what may be set, and what may be wrong with it. */
import type { z } from 'zod';
import type { Reference } from '../references.ts';
import type { CellValue, IsoDay, StoryEvent } from '../types.ts';
import type { Path } from '../yaml.ts';

/** What a figure's settings and states are checked against, besides their schemas. */
export interface Surroundings {
  /** The figure's settings as their schema reads them; undefined where they do not hold. */
  readonly settings: unknown;
  readonly asOf: IsoDay;
  /** Whether the chapter is told after the as-of date. */
  readonly later: boolean;
  /** The events that can be read, by id. */
  readonly events: ReadonlyMap<string, Pick<StoryEvent, 'date' | 'public' | 'scheduled'>>;
  /** The tables that can be read, by name. */
  readonly tables: Tables;
  /** The names of those that the figure names in `data`. */
  readonly data: readonly string[];
}

/** The rows of tables, by name. */
export type Tables = ReadonlyMap<string, readonly Readonly<Record<string, CellValue>>[]>;

export interface Complaint {
  /** Within the settings or the state. */
  readonly path: Path;
  readonly message: string;
}

export interface Kind<Settings = unknown, State = unknown> {
  readonly settings: z.ZodType<Settings>;
  /** The names in the settings. */
  readonly settingsReferences: readonly Reference[];
  /** What is wrong with settings that their schema lets through, if the kind looks. */
  checkSettings?(settings: Settings, tables: Tables, data: readonly string[]): Complaint[];
  readonly state: z.ZodType<State>;
  /** The names in a state. */
  readonly stateReferences: readonly Reference[];
  /** What is wrong with a state that its schema lets through. */
  checkState(state: State, surroundings: Surroundings): Complaint[];
}
