/** What an editor pastes: the snippet, and the bare frame that oEmbed hands out. Pure, for the build and the page. */

/** What can be embedded, and all that its markup says. */
export interface Offer {
  /** The embed element's id on the host's page; part of deep links: letters, digits and hyphens. */
  readonly id: string;
  /** The frame's name. */
  readonly title: string;
  /** The frame's address, absolute. */
  readonly frame: string;
  /** The page that the link leads to, absolute. */
  readonly page: string;
  /** px: what the text and figures need in a frame 342 px wide. */
  readonly height: number | HeightMark;
}

/** Stands for an embed's height until the build has measured the finished page. */
export type HeightMark = `@height:${string}@`;

/** @param path the embed's page from the site's root, `/embed/story/` */
export const heightMark = (path: string): HeightMark => `@height:${path}@`;

/** What the frame may do: run, keep its own origin, and open links outside itself. */
export const SANDBOX = 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox';

/**
 * The snippet. Every part of it may be lost on the way to readers, and what is left still works.
 *
 * @param offer what is embedded
 * @param loader the absolute address of the loader
 * @param link the words of the link
 * @throws Error if the id would not be one, or the height is no number of px
 */
export function snippet(offer: Offer, loader: string, link: string): string {
  const { id, title, frame, page, height } = offer;
  if (!/^[a-z][a-z0-9-]*$/.test(id)) throw new Error(`"${id}" cannot be an embed's id.`);
  return `<div id="${id}" data-story-embed="${escaped(frame)}">
  <iframe src="${escaped(frame)}" title="${escaped(title)}" width="100%" height="${px(height)}" loading="lazy" frameborder="0"
    allow="fullscreen" referrerpolicy="strict-origin-when-cross-origin"
    sandbox="${SANDBOX}"></iframe>
  <p><a href="${escaped(page)}" data-story-src="${escaped(frame)}">${escaped(link)}</a></p>
</div>
<script async src="${escaped(loader)}"></script>
`;
}

/**
 * The `html` of oEmbed: one frame, with nothing that WordPress would take away from it.
 *
 * @throws Error if the height is no number of px
 */
export function bareFrame({ frame, title, height }: Pick<Offer, 'frame' | 'title' | 'height'>): string {
  return `<iframe src="${escaped(frame)}" title="${escaped(title)}" width="100%" height="${px(height)}" frameborder="0" scrolling="no"></iframe>`;
}

function px(height: number | HeightMark): string {
  if (typeof height === 'string') return height;
  if (!Number.isFinite(height) || height <= 0) throw new Error(`${height} is no height of a frame.`);
  return String(Math.ceil(height));
}

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
