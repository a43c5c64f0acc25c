/**
 * The one place that knows scrollama. It says when a step comes to the reading line or leaves it; how far the
 * reader is in a step is measured from the layout by `reading.ts`, because scrollama's own progress sticks at 0 or 1
 * after large resizes and browser zoom.
 */
import scrollama from 'scrollama';

/**
 * Watches steps cross the reading line.
 *
 * @param steps the step elements of the page, in order
 * @param line where the reading line lies, as a share of the viewport's height from its top (0 to 1)
 * @param onCross called when any step enters or leaves the line
 * @returns `measure`, to be called when the layout or the line has changed, and `stop`
 */
export function watchSteps(
  steps: readonly HTMLElement[],
  line: number,
  onCross: () => void,
): { measure: (line: number) => void; stop: () => void } {
  // A page beside the story has no steps; scrollama takes that for a mistake.
  if (steps.length === 0) return { measure: () => {}, stop: () => {} };
  let scroller = scrollama();
  let release = () => {};

  function start(at: number): void {
    scroller = scrollama();
    release = holdingListener(() => {
      // The types promise tenths only; the code takes any share between 0 and 1.
      const offset = Math.min(1, Math.max(0, at)) as 0.5;
      scroller
        // In a frame from elsewhere the line is kept only by watching within the document.
        .setup({ step: [...steps], offset, root: document } as Parameters<typeof scroller.setup>[0])
        .onStepEnter(onCross)
        .onStepExit(onCross);
    });
  }

  function stop(): void {
    scroller.destroy();
    release();
    for (const step of steps) step.removeAttribute('data-scrollama-index');
  }

  start(line);
  let current = line;
  return {
    measure(next) {
      if (next === current) {
        scroller.resize();
      } else {
        stop();
        start((current = next));
      }
    },
    stop,
  };
}

/**
 * Runs scrollama's set-up and gives back the way to remove the scroll listener that it puts on the document and
 * forgets: `destroy()` leaves it behind.
 */
function holdingListener(setUp: () => void): () => void {
  const added: EventListenerOrEventListenerObject[] = [];
  const add = Document.prototype.addEventListener;
  document.addEventListener = (
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ) => {
    if (type === 'scroll') added.push(listener);
    add.call(document, type, listener, options);
  };
  try {
    setUp();
  } finally {
    Reflect.deleteProperty(document, 'addEventListener');
  }
  return () => {
    for (const listener of added) document.removeEventListener('scroll', listener);
  };
}
