/** Words of the interface, filled in. */
import type { Source, Story } from './types.ts';

/**
 * Fills `{name}` places of a text.
 *
 * @throws Error if the text has a place that no value fills
 */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (place, key: string) => {
    if (!(key in values)) throw new Error(`Nothing fills ${place} in "${text}".`);
    return String(values[key]);
  });
}

/** A reader of `ui.yaml`: the text of a key, filled in. */
export function wordsOf(story: Story) {
  return (key: string, values: Readonly<Record<string, string | number>> = {}): string => {
    const text = story.ui[key];
    if (text === undefined) throw new Error(`ui.yaml has no text for "${key}".`);
    return fill(text, values);
  };
}

/** A source in one line of plain text: publisher and title, or what it is about. */
export function sourceLine(source: Source): string {
  return [source.publisher, source.title ?? source.about].filter(Boolean).join(', ');
}

export const escapeHtml = (text: string): string =>
  text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign,
  );
