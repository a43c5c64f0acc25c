/** The keyboard's way through a row of doors. */

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * Where a key leads from one of several doors.
 *
 * @param key as in `KeyboardEvent.key`
 * @returns the index of the door to go to; undefined if the key is not one of ours. The row does not wrap around.
 */
export function doorForKey(key: string, index: number, count: number): number | undefined {
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const step = STEPS[key];
  return step === undefined ? undefined : Math.min(count - 1, Math.max(0, index + step));
}

/** Handles a key pressed on one of `links`: moves the focus if the key leads to another. */
export function moveFocus(event: KeyboardEvent, links: readonly (HTMLElement | SVGElement)[]): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const index = links.findIndex((link) => link === event.currentTarget);
  const next = doorForKey(event.key, index, links.length);
  if (next === undefined) return;
  event.preventDefault();
  links[next]?.focus();
}
