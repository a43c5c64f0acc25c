/** Sets styles that no style sheet of the host can override, by the object model: a strict policy allows nothing else. */
export interface Styles {
  /** @param css `name:value` pairs between semicolons; what the browser does not know is passed over */
  set(element: HTMLElement, css: string): void;
  /** Puts back what stood there before. */
  restore(): void;
}

export function rememberStyles(): Styles {
  const before = new Map<HTMLElement, string>();
  return {
    set(element, css) {
      const { style } = element;
      if (!before.has(element)) before.set(element, style.cssText);
      for (const pair of css.split(';')) {
        const [name, value] = pair.split(':') as [string, string];
        style.setProperty(name, value, 'important');
      }
    },
    restore() {
      for (const [{ style }, css] of before) style.cssText = css;
    },
  };
}
