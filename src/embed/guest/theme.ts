/** How the host wants the story to look. */
import type { Theme, ThemeValues } from '../protocol/index.ts';

let set: readonly string[] = [];
let said = '';

/** Puts the host's theme and custom properties in force, in the place of those it asked for before. */
export function applyTheme(theme: Theme, values: ThemeValues): void {
  // A host repeats itself while its reader scrolls.
  if (said === (said = JSON.stringify([theme, values]))) return;
  const { dataset, style } = document.documentElement;
  if (theme === 'auto') delete dataset['hostTheme'];
  else dataset['hostTheme'] = theme;
  // What the address asks for, or the reader.
  dataset['theme'] = theme === 'auto' ? dataset['readerTheme'] : theme;
  for (const name of set) style.removeProperty(name);
  set = Object.keys(values);
  for (const name of set) style.setProperty(name, values[name] ?? '');
}
