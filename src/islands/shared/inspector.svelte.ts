/**
 * Lets a reader open the marks of a drawing: one Tab stop for the figure, arrows from mark to mark, Enter or a tap to
 * open one. Every kind of figure whose marks carry data uses it.
 */
import { tick } from 'svelte';
import { viewport } from '../../scene/viewport.ts';
import { placePanel } from './place.ts';

/** What a mark says when it is opened. */
export interface Inspected {
  /** As in the mark's `data-mark`. */
  readonly id: string;
  /** The date or place, and whatever else stands above the title. */
  readonly when: string;
  readonly title: string;
  readonly text: string;
  readonly sources: readonly InspectedSource[];
}

export interface InspectedSource {
  readonly id: string;
  readonly text: string;
  /** Its address, or its note on the page; absent where it has neither. */
  readonly href?: string;
  /** Its number on the page, where it has a note there. */
  readonly number?: number;
}

export class Inspector<I extends Inspected> {
  readonly #order: () => readonly (string | undefined)[];
  #reached = $state<string>();

  /** The element that holds the drawings; marks are looked for in it. */
  drawing: HTMLElement | undefined;
  /** The panel's element. */
  panel = $state<HTMLElement>();
  /** What the panel shows. */
  shown = $state.raw<I>();
  /** The mark whose panel is open. */
  open = $state<string>();

  /** @param order the ids of the marks that can be reached now, in reading order */
  constructor(order: () => readonly (string | undefined)[]) {
    this.#order = order;
  }

  /** The mark with the Tab stop. */
  get current(): string | undefined {
    const order = this.#order();
    return this.#reached !== undefined && order.includes(this.#reached) ? this.#reached : order[0];
  }

  /** To be called when a mark takes the focus. */
  reach(id: string): void {
    this.#reached = id;
  }

  /** A key pressed on a mark. */
  press(event: KeyboardEvent, inspected: I): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      void this.show(inspected, event.currentTarget as Element);
      return;
    }
    const order = this.#order();
    const here = order.indexOf(this.#reached);
    const last = order.length - 1;
    const targets: Readonly<Record<string, number>> = {
      ArrowRight: Math.min(here + 1, last),
      ArrowDown: Math.min(here + 1, last),
      ArrowLeft: Math.max(here - 1, 0),
      ArrowUp: Math.max(here - 1, 0),
      Home: 0,
      End: last,
    };
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    this.#find(order[target])?.focus({ preventScroll: true });
  }

  /** Opens the panel beside a mark. */
  async show(inspected: I, mark: Element): Promise<void> {
    this.shown = inspected;
    this.#reached = inspected.id;
    await tick();
    const panel = this.panel;
    if (!panel || !('showPopover' in panel)) return;
    panel.showPopover();
    this.open = inspected.id;
    const { left, top } = placePanel(mark.getBoundingClientRect(), panel.getBoundingClientRect(), {
      width: document.documentElement.clientWidth,
      ...viewport.seen(),
    });
    panel.style.left = `${left}px`;
    panel.style.top = `${top}px`;
    panel.scrollTop = 0;
    panel.focus({ preventScroll: true });
  }

  /** Closes the panel, for instance because the figure has gone on to another state. */
  close(): void {
    if (this.panel?.matches(':popover-open')) this.panel.hidePopover();
  }

  /** To be called when the panel has closed, however it was. Bound, so that it can be handed on. */
  readonly closed = (): void => {
    const from = this.open;
    this.open = undefined;
    // Only where the focus was in the panel or nowhere: a click elsewhere has its own place to go.
    const focus = document.activeElement;
    if (focus === document.body || this.panel?.contains(focus))
      this.#find(from)?.focus({ preventScroll: true });
  };

  /** The mark as it is seen: a figure holds a drawing for each layout. */
  #find(id: string | undefined): SVGElement | HTMLElement | undefined {
    return [...(this.drawing?.querySelectorAll<SVGElement>(`[data-mark="${id}"]`) ?? [])].find(
      (mark) => mark.getClientRects().length > 0,
    );
  }
}
