/**
 * Opens a citation's note where the citation stands. The note is the page's own, copied into one panel; closing the
 * panel brings the reader back to the citation.
 */
import { viewport } from '../scene/viewport.ts';

const GAP = 8; // px between the citation and the panel, and between the panel and the edge of the window

/** Takes over all citation links of the page. @returns a function that gives them back */
export function openNotesInPlace(): () => void {
  const panel = document.querySelector<HTMLElement>('[data-note-panel]');
  if (!panel || !('showPopover' in panel)) return () => {};
  const stopping = new AbortController();
  const { signal } = stopping;
  let opener: HTMLAnchorElement | undefined;

  document.addEventListener(
    'click',
    (event) => {
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-cite]');
      const note = link && document.getElementById(`note-${link.dataset['cite']}`);
      if (!note) return;
      event.preventDefault();
      if (opener === link && panel.matches(':popover-open')) {
        panel.hidePopover();
        return;
      }
      opener?.removeAttribute('aria-expanded');
      opener = link;
      show(panel, note, link);
    },
    { signal },
  );

  panel.addEventListener(
    'toggle',
    (event) => {
      if (event.newState === 'open') return;
      opener?.setAttribute('aria-expanded', 'false');
      // Only where the focus was in the panel or nowhere: a click elsewhere has its own place to go.
      if (panel.contains(document.activeElement) || document.activeElement === document.body) {
        opener?.focus({ preventScroll: true });
      }
    },
    { signal },
  );
  // A panel is fixed in the window: it closes when the reader scrolls its citation away.
  document.addEventListener(
    'scroll',
    () => {
      if (opener && panel.matches(':popover-open') && !inSight(opener)) panel.hidePopover();
    },
    { signal, passive: true },
  );

  return () => stopping.abort();
}

function show(panel: HTMLElement, note: HTMLElement, link: HTMLAnchorElement): void {
  const number = panel.querySelector('[data-note-number]');
  const text = panel.querySelector('[data-note-text]');
  const source = note.querySelector('.source');
  if (number) number.textContent = link.textContent;
  if (text && source) text.replaceChildren(source.cloneNode(true));
  link.setAttribute('aria-expanded', 'true');
  panel.showPopover();
  place(panel, link);
  panel.querySelector<HTMLElement>('a, button')?.focus({ preventScroll: true });
}

/** Below the citation where there is room, else above it; never past the edge of the window. */
function place(panel: HTMLElement, link: HTMLAnchorElement): void {
  const anchor = link.getClientRects()[0] ?? link.getBoundingClientRect();
  const { width, height } = panel.getBoundingClientRect();
  const left = Math.min(Math.max(GAP, anchor.left - GAP), document.documentElement.clientWidth - width - GAP);
  const below = anchor.bottom + GAP;
  const seen = viewport.seen();
  const top =
    below + height + GAP <= seen.top + seen.height
      ? below
      : Math.max(seen.top + GAP, anchor.top - height - GAP);
  panel.style.left = `${left}px`;
  panel.style.top = `${top}px`;
}

function inSight(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  const seen = viewport.seen();
  return bottom > seen.top && top < seen.top + seen.height;
}
