/** The floor plan: doors in a row between two people, and a room among them. */
import { z } from 'zod';
import { id, text } from '../schemas/common.ts';
import { strict } from '../validate.ts';
import type { Kind } from './kind.ts';

export interface PlanSettings {
  readonly room: {
    readonly name: string;
    /** The chapter of the last door before the room. */
    readonly after: string;
  };
  /** Who stands at either end: before the first door, and behind the last. */
  readonly ends: readonly {
    /** A person's id. */
    readonly person: string;
    readonly initial: string;
    /** A side's id. */
    readonly side: string;
  }[];
}

export interface PlanState {
  /** The chapters of the doors that are marked. */
  readonly mark: readonly string[];
}

export const plan: Kind<PlanSettings, PlanState> = {
  settings: strict({
    room: strict({ name: text, after: id }),
    ends: z.array(strict({ person: id, initial: text.check(z.maxLength(2)), side: id })).length(2),
  }),
  settingsReferences: [
    { path: ['room', 'after'], noun: 'door', to: 'doors' },
    { path: ['ends', '*', 'person'], noun: 'person', to: 'people' },
    { path: ['ends', '*', 'side'], noun: 'side', to: 'sides' },
  ],
  state: strict({ mark: z.array(id).default([]) }),
  stateReferences: [{ path: ['mark', '*'], noun: 'door', to: 'doors' }],
  checkState: () => [],
};
