/** What the host wishes of the story's looks, as set on the embed element itself. */
import type { Theme, ThemeValues } from '../protocol/index.ts';

/**
 * @param names of the custom properties that the story understands
 * @returns what `theme` and `init` carry
 */
export function themeOf(
  element: HTMLElement,
  names: readonly string[],
): { readonly theme: Theme; readonly values: ThemeValues } {
  const values: Record<string, string> = {};
  const own = getComputedStyle(element);
  const around = getComputedStyle(element.parentElement ?? document.body);
  for (const name of names) {
    const value = own.getPropertyValue(name);
    // What the element only inherits is the host's own, under the same name by chance.
    if (value !== around.getPropertyValue(name)) values[name] = value;
  }
  return { theme: element.dataset['theme'] as Theme, values };
}
