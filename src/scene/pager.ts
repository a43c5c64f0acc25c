/**
 * Reading step by step, with previous and next, instead of by scrolling: on a figure's own page, and in a frame that
 * is too short for anything else. What is shown is said in attributes; the style sheets do the rest. Figures follow as
 * they follow the scroll. Nothing of it scrolls, so that wheel and touch are left to whatever lies around.
 */
import { frameView } from './frame.ts';
import { countOf, lastStep, placeAfter, placeBefore, type Part, type Place } from './pages.ts';
import { takeOver, type Reading, type ReadingSource } from './reading.ts';

/** A part and the element that holds its text. */
export interface ShownPart extends Part {
  readonly element: HTMLElement;
}

/** How parts are shown. */
export interface View {
  /** Shows a part. @returns how many screens it fills, and which of them is shown */
  show(part: ShownPart, screen: number): { readonly screens: number; readonly screen: number };
  /** The screen of a shown part on which an element lies. */
  screenOf(part: ShownPart, element: Element): number;
  stop(): void;
}

/** Keys belong to whatever holds the focus, where it has a use for them. */
const OWN_KEYS = 'input, select, textarea, summary, [data-figure], [data-plan], [popover], [role="region"]';

/**
 * Lets the page be read step by step, from the step that its address asks for.
 *
 * @param mode `page`: the steps of one figure on its own page. `frame`: all that there is to read, in a frame, of
 *   which nothing is ever cut off.
 * @returns a function that gives the page back to the scroll
 */
export function startPager(mode: 'page' | 'frame'): () => void {
  const root = document.documentElement;
  const found = document.querySelectorAll<HTMLElement>(
    mode === 'page' ? '[data-step]' : '[data-part], [data-step]',
  );
  const parts: readonly ShownPart[] = [...found].map((element) => ({
    element,
    group: element.closest<HTMLElement>('[data-chapter]')?.dataset['chapter'] ?? '',
    step: element.dataset['step'],
  }));
  const bar = document.querySelector<HTMLElement>('[data-step-bar]');
  if (parts.length === 0 || !bar) return () => {};
  const stepped = parts.filter(({ step }) => step !== undefined);
  const stopping = new AbortController();
  const { signal } = stopping;
  let place: Place = { part: 0, screen: 0 };
  let screens = 1;
  let changed: (reading: Reading) => void = () => {};

  const partAt = (index: number): ShownPart => {
    const part = parts[index];
    if (!part) throw new RangeError(`There is no part ${index}.`);
    return part;
  };

  function reading(): Reading {
    const part = partAt(place.part);
    const { n, of } = countOf(parts, place.part);
    const last = lastStep(parts, place.part);
    return {
      chapter: part.group,
      step: stepped[last]?.step,
      place: last,
      progress: 1,
      doors: part.element.dataset['doors'],
      chapterProgress: n / of,
      storyProgress: parts.length > 1 ? place.part / (parts.length - 1) : 1,
    };
  }

  function source(tell: (reading: Reading) => void): ReadingSource {
    changed = tell;
    return {
      now: reading,
      places: new Map(stepped.map(({ step = '' }, index) => [step, index])),
      stop: () => (changed = () => {}),
    };
  }

  const view: View = mode === 'page' ? pageView() : frameView(() => show(place));

  function show(next: Place): void {
    const shown = view.show(partAt(next.part), next.screen);
    screens = shown.screens;
    place = { part: next.part, screen: shown.screen };
    describe();
    // After it is in sight: a figure moves only where it can be seen.
    changed(reading());
  }

  /** Says where the reader is, and where the ways lead. */
  function describe(): void {
    const { n, of } = countOf(parts, place.part);
    const count = bar?.querySelector('[data-step-count]');
    const text = (bar?.dataset['count'] ?? '').replace('{n}', `${n}`).replace('{of}', `${of}`);
    if (count) count.textContent = of > 1 ? text : '';
    for (const button of bar?.querySelectorAll<HTMLElement>('[data-turn]') ?? []) {
      button.setAttribute('aria-disabled', `${neighbour(button.dataset['turn']) === undefined}`);
    }
    const part = partAt(place.part);
    const { group, element } = part;
    const title = document.getElementById(`${group}-title`);
    const head = document.querySelector<HTMLElement>('[data-frame-title]');
    if (head && mode === 'frame') {
      head.dataset['own'] ??= head.textContent;
      head.textContent = title ? (title.lastChild?.textContent?.trim() ?? '') : head.dataset['own'];
    }
    const full = document.querySelector<HTMLAnchorElement>('[data-full-story]');
    const anchor = part.step?.replace('/', '-') ?? (element.id || group);
    if (full) full.href = full.href.split('#')[0] + (anchor ? `#${anchor}` : '');
  }

  const neighbour = (turn: string | undefined): Place | undefined =>
    turn === 'next' ? placeAfter(place, screens, parts.length) : placeBefore(place, screens);

  function turn(to: Place | undefined): void {
    if (!to) return;
    show(to);
    const { step } = partAt(place.part);
    // Not an entry of the history: the way back leads out of the stepper, not through it.
    if (mode === 'page' && step) history.replaceState(history.state, '', `#${step.replace('/', '-')}`);
  }

  /** @returns whether there is such an anchor in what is read step by step */
  function goTo(anchor: string): boolean {
    const target = anchor === '' ? null : document.getElementById(anchor);
    if (!target) return false;
    const scene = target.closest('[data-stage]')?.closest('[data-scene]');
    const index = parts.findIndex(
      ({ element }) => element.contains(target) || target.contains(element) || scene?.contains(element),
    );
    if (index < 0 || target.contains(bar) || target.matches('main, body')) return unfold(target);
    show({ part: index, screen: 0 });
    const screen = view.screenOf(partAt(index), target);
    if (screen > 0) show({ part: index, screen });
    return true;
  }

  const goToAddress = () => goTo(anchorOf(location.hash));

  bar.addEventListener(
    'click',
    (event) => {
      const button = (event.target as Element).closest<HTMLElement>('[data-turn]');
      if (button) turn(neighbour(button.dataset['turn']));
    },
    { signal },
  );

  document.addEventListener(
    'click',
    (event) => {
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      // A link in a drawing has no `hash`.
      const link = (event.target as Element).closest('a[href^="#"]:not([data-cite])');
      if (mode === 'page' || !link || !goTo(anchorOf(link.getAttribute('href') ?? ''))) return;
      event.preventDefault();
      focusOn(partAt(place.part).element);
    },
    { signal },
  );

  document.addEventListener(
    'keydown',
    (event) => {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      const target = event.target as Element;
      if (target.closest(OWN_KEYS) || (mode === 'page' && !bar.closest('[data-scene]')?.contains(target)))
        return;
      const rtl = getComputedStyle(root).direction === 'rtl';
      const goals: Readonly<Record<string, () => Place | undefined>> = {
        [rtl ? 'ArrowLeft' : 'ArrowRight']: () => neighbour('next'),
        [rtl ? 'ArrowRight' : 'ArrowLeft']: () => neighbour('previous'),
        Home: () => ({ part: 0, screen: 0 }),
        End: () => ({ part: parts.length - 1, screen: 0 }),
      };
      const goal = goals[event.key];
      if (!goal) return;
      event.preventDefault();
      turn(goal());
    },
    { signal },
  );

  addEventListener('hashchange', goToAddress, { signal });

  root.dataset['stepper'] = mode;
  const frameHead = document.querySelector<HTMLElement>('[data-frame-head]');
  bar.hidden = false;
  if (frameHead) frameHead.hidden = false;
  if (mode === 'frame') scrollTo({ top: 0, behavior: 'instant' });
  if (!goToAddress() || partAt(0).element === partAt(place.part).element) show(place);
  const handBack = takeOver(source);

  return () => {
    stopping.abort();
    view.stop();
    handBack();
    bar.hidden = mode === 'frame';
    if (frameHead) frameHead.hidden = true;
    delete root.dataset['stepper'];
  };
}

/** A figure's own page: one step after the other in the same place. */
function pageView(): View {
  let shown: HTMLElement | undefined;
  const leave = () => shown?.removeAttribute('data-shown');
  return {
    show({ element }) {
      leave();
      shown = element;
      shown.setAttribute('data-shown', '');
      return { screens: 1, screen: 0 };
    },
    screenOf: () => 0,
    stop: leave,
  };
}

/** Unfolds what is folded around an element. @returns false: it is not read step by step */
function unfold(target: Element): false {
  const around = target.closest('details');
  if (around) around.open = true;
  return false;
}

function focusOn(element: HTMLElement): void {
  const goal = element.querySelector<HTMLElement>('h1, h2, h3') ?? element;
  goal.tabIndex = -1;
  goal.focus({ preventScroll: true });
}

function anchorOf(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return '';
  }
}
