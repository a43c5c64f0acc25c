/** What a still says once and uses often: glyphs, patterns and clips, and the dark theme's paint. */
import type { Entry } from './paint.ts';

export class Definitions {
  readonly #glyphs = new Map<string, string>();
  readonly #classes = new Map<string, string>();
  readonly #resources = new Map<string, { readonly name: string; markup: string }>();

  /** The name of a glyph in the still. */
  glyph(id: string): string {
    const name = this.#glyphs.get(id) ?? `g${this.#glyphs.size}`;
    this.#glyphs.set(id, name);
    return name;
  }

  /**
   * The name in the still of what an id of the page means.
   *
   * @param draw its markup under that name; asked for once
   */
  resource(id: string, draw: (name: string) => string): string {
    const known = this.#resources.get(id);
    if (known) return known.name;
    const entry = { name: `r${this.#resources.size}`, markup: '' };
    this.#resources.set(id, entry);
    entry.markup = draw(entry.name);
    return entry.name;
  }

  /** Attributes for the light theme, and a class for what differs in the dark one. */
  attributes(entries: readonly Entry[]): string {
    const dark = entries.filter((entry) => entry.light !== entry.dark);
    const rule = dark.map((entry) => `${entry.name}:${entry.dark}`).join(';');
    const name = this.#classes.get(rule) ?? `c${this.#classes.size}`;
    if (rule !== '') this.#classes.set(rule, name);
    const said = entries.filter(({ light, initial }) => light !== initial);
    return [
      ...(rule === '' ? [] : [` class="${name}"`]),
      ...said.map((entry) => ` ${entry.name}="${escaped(entry.light)}"`),
    ].join('');
  }

  /** The rules of the dark theme. */
  get darkRules(): string {
    return [...this.#classes].map(([rule, name]) => `.${name}{${rule}}`).join('');
  }

  /** @param outline the path data of a glyph */
  markup(outline: (id: string) => string): string {
    const glyphs = [...this.#glyphs].map(([id, name]) => `<path id="${name}" d="${outline(id)}"/>`);
    return [...glyphs, ...[...this.#resources.values()].map(({ markup }) => markup)].join('');
  }
}

export const escaped = (text: string): string =>
  text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign,
  );
