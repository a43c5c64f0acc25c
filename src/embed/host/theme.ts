/** What the host wishes of the story's looks, as set on the embed element itself. */
import { PROPERTIES, type Theme, type ThemeValues } from '../protocol/index.ts';

/** @returns what `theme` and `init` carry */
export function themeOf(element: HTMLElement): { readonly theme: Theme; readonly values: ThemeValues } {
  const { theme } = element.dataset;
  const values: Record<string, string> = {};
  const { computedStyleMap } = element as Partial<HTMLElement>;
  // Which sides a story has is not known here. Where a browser does not list them, those set inline are found.
  const names = [...(computedStyleMap?.call(element).keys() ?? element.style)];
  const valueOn = (node: Element | null, name: string) =>
    node && getComputedStyle(node).getPropertyValue(name);
  for (const name of [...PROPERTIES, ...names.filter((some) => some.startsWith('--side-'))]) {
    const value = valueOn(element, name);
    // What the element only inherits is the host's own, under the same name by chance.
    if (value && value !== valueOn(element.parentElement, name)) values[name] = value;
  }
  return { theme: theme === 'light' || theme === 'dark' ? theme : 'auto', values };
}
