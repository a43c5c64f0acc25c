/** Which of a figure's two layouts the container query shows: only that one is worth drawing anew. */

export class Layouts {
  /** Both in the build and on paper. */
  seen = $state<'both' | 'wide' | 'narrow'>('both');

  /** An attachment for the element that holds both drawings, the wide one in an `svg.wide`. */
  readonly watch = (element: HTMLElement): (() => void) => {
    const stopping = new AbortController();
    const look = () => {
      const wide = element.querySelector('svg.wide');
      this.seen = wide && getComputedStyle(wide).display !== 'none' ? 'wide' : 'narrow';
    };
    const observer = new ResizeObserver(look);
    observer.observe(element);
    addEventListener('beforeprint', () => (this.seen = 'both'), { signal: stopping.signal });
    addEventListener('afterprint', look, { signal: stopping.signal });
    return () => {
      observer.disconnect();
      stopping.abort();
    };
  };
}
