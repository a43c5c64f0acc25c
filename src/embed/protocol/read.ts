/** What is believed of single fields of what came from the other side. */
import { TEXT_MOST } from './limits.ts';

export const isNumber = Number.isFinite as (value: unknown) => value is number;

/** A text of bearable length. */
export const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= TEXT_MOST;
