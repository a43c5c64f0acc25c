/** The sides' colours as custom properties: `--side-{side}` in both themes, and `--c` under `data-colour`. */
import type { Side } from '../model/types.ts';

/** @returns a style sheet, to be inlined by the page shell */
export function sideColours(sides: readonly Side[]): string {
  const list = (theme: 'light' | 'dark') => sides.map((side) => `--side-${side.id}:${side[theme]}`).join(';');
  // Links and citations take the first side's colour.
  const link = sides[0] ? `--link:var(--side-${sides[0].id})` : '--link:var(--ink)';
  return [
    '@layer tokens{',
    `:root{${list('light')};${link}}`,
    `@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){${list('dark')}}}`,
    `@media screen{:root[data-theme=dark]{${list('dark')}}}`,
    ...sides.map((side) => `[data-colour="${side.id}"]{--c:var(--side-${side.id})}`),
    '}',
  ].join('');
}
