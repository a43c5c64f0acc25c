/** What the story uses of what is on file. */
import type { Shelf } from './references.ts';

export class Usage {
  readonly #used = new Map<Shelf, Set<string>>();

  /** Notes that a name is used. Bound, so that it can be handed on. */
  readonly note = (shelf: Shelf, name: string): void => {
    const names = this.#used.get(shelf) ?? new Set();
    this.#used.set(shelf, names.add(name));
  };

  has(shelf: Shelf, name: string): boolean {
    return this.#used.get(shelf)?.has(name) ?? false;
  }
}
