/**
 * Data that several islands of a page share, kept out of their props: the page publishes it once while it renders,
 * and writes it into its HTML once, as a JSON data block; in the browser each island reads it from there.
 */

const published = new Map<string, unknown>();

/** The id of the data block that holds the data of `key`. */
export const dataBlockId = (key: string) => `data-${key}`;

/** Makes data known to the islands that are rendered after it; in the build only. */
export function publishData(key: string, data: unknown): void {
  published.set(key, data);
}

/**
 * The shared data of a key.
 *
 * @throws Error if the page neither published it nor holds its data block
 */
export function figureData<T>(key: string): T {
  if (!published.has(key) && typeof document !== 'undefined') {
    const block = document.getElementById(dataBlockId(key));
    if (block) published.set(key, JSON.parse(block.textContent));
  }
  if (!published.has(key)) throw new Error(`No data was published for "${key}".`);
  return published.get(key) as T;
}
