/** What the host wishes of the story's looks, as set on the embed element itself. */
import { PROPERTIES, isProperty, type Theme, type ThemeValues } from '../protocol/index.ts';

/** @returns what `theme` and `init` carry */
export function themeOf(element: HTMLElement): { readonly theme: Theme; readonly values: ThemeValues } {
  const { theme } = element.dataset;
  const values: Record<string, string> = {};
  const { computedStyleMap } = element as Partial<HTMLElement>;
  // Which sides a story has is not known here. Where a browser does not list them, those set inline are found.
  const names = computedStyleMap?.call(element).keys() ?? element.style;
  for (const name of [...PROPERTIES, ...names].filter(isProperty)) {
    const [own, inherited] = [element, element.parentElement].map(
      (set) => set && getComputedStyle(set).getPropertyValue(name).trim(),
    );
    // What the element only inherits is the host's own, under the same name by chance.
    if (own && own !== inherited) values[name] = own;
  }
  return { theme: theme === 'light' || theme === 'dark' ? theme : 'auto', values };
}
