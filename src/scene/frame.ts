/**
 * Shows a part of the story in a frame of a given size, whole: a long text in columns as wide as the frame, one at a
 * time; a figure beside its text, above it, or before it, as large as the frame allows.
 */
import { arrange, screensOf, type Arrangement } from './pages.ts';
import type { ShownPart, View } from './pager.ts';

/** A figure's drawings, one for each layout: none that lies in another, and no sign of a legend. */
const DRAWINGS = ':is(svg:is(.wide, .narrow, .short), :is(.wide, .narrow, .short) svg):not(svg svg)';

/**
 * The drawing has the room of its caption, which follows the text of the scene's last step instead.
 *
 * @returns a function that puts captions back
 */
function captionsToTexts(): () => void {
  const moved = [...document.querySelectorAll('[data-scene]')].flatMap((scene) => {
    const caption = scene.querySelector('[data-stage] figcaption');
    const home = caption?.parentElement;
    const text = [...scene.querySelectorAll('[data-step] > .text')].at(-1);
    if (!home || !text) return [];
    text.append(caption);
    return [{ caption, home }];
  });
  return () => {
    for (const { caption, home } of moved) home.append(caption);
  };
}

/**
 * @param onResize called when the frame or what it shows has another size and the part is to be shown again
 */
export function frameView(onResize: () => void): View {
  let shown: HTMLElement | undefined;
  let scene: HTMLElement | undefined;
  let stopScroll = () => {};
  let showing = false;
  const putBack = captionsToTexts();

  const sizes = new ResizeObserver(() => {
    if (!showing) onResize();
  });
  sizes.observe(document.documentElement);
  // A superseded edition says so at its foot when it has heard of it.
  const foot = document.querySelector('body > footer');
  if (foot) sizes.observe(foot);
  // What is unfolded in a text moves what comes after it to other columns.
  let frame = 0;
  const folds = new MutationObserver(() => (frame ||= requestAnimationFrame(refold)));
  function refold(): void {
    frame = 0;
    onResize();
  }
  document.fonts.addEventListener('loadingdone', onResize);

  function leave(): void {
    stopScroll();
    shown?.removeAttribute('data-shown');
    if (scene) {
      const figure = scene.querySelector('figure');
      if (figure) sizes.unobserve(figure);
      delete scene.dataset['how'];
      delete scene.dataset['side'];
      scene.style.removeProperty('--drawing');
    }
  }

  function enter(element: HTMLElement): void {
    if (shown === element) return;
    leave();
    shown = element;
    shown.setAttribute('data-shown', '');
    scene = element.closest<HTMLElement>('[data-scene]') ?? undefined;
    const figure = scene?.querySelector('figure');
    if (figure) sizes.observe(figure);
    folds.disconnect();
    if (!scene) folds.observe(element, { subtree: true, childList: true, attributes: true });
  }

  function show({ element }: ShownPart, wanted: number): { screens: number; screen: number } {
    showing = true;
    enter(element);
    stopScroll();
    const apart = scene ? arrangeScene(scene).how === 'apart' : false;
    // Measured where it can be seen.
    if (scene && apart) scene.dataset['side'] = 'text';
    const texts = columnsOf(element).count;
    const screens = texts + (apart ? 1 : 0);
    const screen = Math.min(wanted < 0 ? screens - 1 : wanted, screens - 1);
    if (scene && apart) scene.dataset['side'] = screen === 0 ? 'figure' : 'text';
    const text = screen - (apart ? 1 : 0);
    if (text >= 0) {
      turnTo(element, text);
      // The browser moves a text to what it looks for or gives the focus to.
      const settle = () => {
        const at = Math.round(Math.abs(element.scrollLeft) / columnsOf(element).step);
        turnTo(element, at);
      };
      element.addEventListener('scroll', settle, { passive: true });
      stopScroll = () => element.removeEventListener('scroll', settle);
    }
    requestAnimationFrame(() => (showing = false));
    return { screens, screen };
  }

  return {
    show,
    screenOf({ element }, target) {
      const { step } = columnsOf(element);
      const ahead = target.getBoundingClientRect().left - element.getBoundingClientRect().left;
      const before = scene?.dataset['how'] === 'apart' ? 1 : 0;
      // A step's own anchor means the step with its figure.
      if (element === target || target.contains(element) || !element.contains(target)) return 0;
      return before + Math.max(0, Math.floor(Math.abs(ahead + element.scrollLeft) / step));
    },
    stop() {
      leave();
      putBack();
      shown?.scrollTo({ left: 0 });
      sizes.disconnect();
      folds.disconnect();
      cancelAnimationFrame(frame);
      document.fonts.removeEventListener('loadingdone', onResize);
    },
  };
}

/** Finds out how a scene fits and says so to the style sheet. */
function arrangeScene(scene: HTMLElement): Arrangement {
  scene.style.removeProperty('--drawing');
  delete scene.dataset['side'];
  scene.dataset['how'] = 'measure';
  const room = scene.getBoundingClientRect();
  const figure = scene.querySelector('figure')?.getBoundingClientRect();
  const text = Math.max(
    0,
    ...[...scene.querySelectorAll<HTMLElement>('[data-step]')].map((step) => step.offsetHeight),
  );
  const drawing = [...scene.querySelectorAll(`[data-figure] ${DRAWINGS}`)]
    .map((svg) => svg.getBoundingClientRect())
    .reduce(
      (most, each) => (each.height * each.width > most.height * most.width ? each : most),
      new DOMRect(),
    );
  const arrangement: Arrangement =
    figure && drawing.height > 0
      ? arrange(innerWidth, room.height, { drawing, around: figure.height - drawing.height }, text)
      : { how: 'apart', drawing: room.width };
  scene.dataset['how'] = arrangement.how;
  scene.style.setProperty('--drawing', `${arrangement.drawing}px`);
  return arrangement;
}

/** How a text lies in its columns: how many there are, and px from one to the next. */
function columnsOf(element: HTMLElement): { count: number; step: number } {
  const gap = parseFloat(getComputedStyle(element).columnGap) || 0;
  const { clientWidth, scrollWidth } = element;
  return { count: screensOf(scrollWidth, clientWidth, gap), step: Math.max(1, clientWidth + gap) };
}

function turnTo(element: HTMLElement, column: number): void {
  const sign = getComputedStyle(element).direction === 'rtl' ? -1 : 1;
  const left = sign * column * columnsOf(element).step;
  if (Math.abs(element.scrollLeft - left) > 1) element.scrollTo({ left, behavior: 'instant' });
}
