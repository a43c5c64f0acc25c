/** What an export says of itself: which edition of which story, and every file with its hash. */
import { bytesOf, sha256, sorted, textOf, type Files } from './files.ts';

/** By its name an export is known: it lies in the root of each. */
export const MANIFEST = 'export.json';

const FORMAT = 'story-export/1';

/** What is said of the story. */
export interface About {
  readonly title: string;
  readonly description: string;
  readonly language: string;
  /** The edition's version and its day, an ISO day. */
  readonly version: string;
  readonly date: string;
  /** SPDX names; that of the text where the story says it. */
  readonly licence: { readonly code: string; readonly text?: string | undefined };
  /** The address it is published at, without a trailing slash, if known. */
  readonly site?: string | undefined;
  /** `chapters/{chapter}` or `figures/{figure}`, where it is only a part of the story. */
  readonly part?: string | undefined;
}

export interface Manifest extends About {
  readonly format: string;
  readonly files: Readonly<Record<string, { readonly bytes: number; readonly sha256: string }>>;
}

/** The manifest of files, as the bytes of a JSON file. */
export function manifestOf(about: About, files: Files): Uint8Array {
  const list = Object.fromEntries(
    sorted(files.keys()).map((path) => {
      const bytes = files.get(path) ?? new Uint8Array();
      return [path, { bytes: bytes.length, sha256: sha256(bytes) }];
    }),
  );
  const manifest: Manifest = { format: FORMAT, ...about, files: list };
  return bytesOf(JSON.stringify(manifest, null, 2) + '\n');
}

/** A manifest read back; undefined if the bytes are none. */
export function readManifest(bytes: Uint8Array): Manifest | undefined {
  try {
    const read: unknown = JSON.parse(textOf(bytes));
    if (typeof read !== 'object' || read === null) return undefined;
    const { format, files } = read as Partial<Manifest>;
    return format === FORMAT && typeof files === 'object' ? (read as Manifest) : undefined;
  } catch {
    return undefined;
  }
}
