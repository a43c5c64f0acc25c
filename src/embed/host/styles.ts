/** Sets styles that no style sheet of the host can override, by the object model: a strict policy allows nothing else. */

/** @param css `name:value` pairs between semicolons; what the browser does not know is passed over */
export type SetStyles = (element: HTMLElement, css: string) => void;

/** @param signal when it aborts, what stood there before is put back */
export function styleUntil(signal: AbortSignal): SetStyles {
  const before = new Map<CSSStyleDeclaration, string>();
  signal.addEventListener('abort', () => {
    for (const [style, css] of before) style.cssText = css;
  });
  return (element, css) => {
    const { style } = element;
    if (!before.has(style)) before.set(style, style.cssText);
    style.cssText += css.replace(/;|$/g, '!important;');
  };
}
