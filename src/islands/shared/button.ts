import type { Inspected, Inspector } from './inspector.svelte.ts';

/** The attributes of an element that opens a mark, which a screen reader calls `label`. */
export function markButton<I extends Inspected>(inspector: Inspector<I>, inspected: I, label: string) {
  return {
    'data-mark': inspected.id,
    role: 'button',
    tabindex: inspected.id === inspector.current ? 0 : -1,
    'aria-label': label,
    'aria-haspopup': 'dialog',
    'aria-expanded': inspected.id === inspector.open,
    onkeydown: (event: KeyboardEvent) => inspector.press(event, inspected),
    onfocus: () => inspector.reach(inspected.id),
  } as const;
}

/** The same where the whole element is the mark, so that a click on it opens it. */
export function clickedMark<I extends Inspected>(inspector: Inspector<I>, inspected: I, label: string) {
  return {
    ...markButton(inspector, inspected, label),
    onclick: (event: MouseEvent) => void inspector.show(inspected, event.currentTarget as Element),
  } as const;
}
