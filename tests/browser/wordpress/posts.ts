/** What editors put into posts, and what WordPress makes of it. */
import { randomUUID } from 'node:crypto';
import { snippet } from '../../../src/embed/snippet.ts';
import { roles, type Role, type WordPress } from './wordpress.ts';

/** Text around an embed, so that there is something to scroll past. */
const FILLER = Array.from({ length: 24 }, () => 'Words of the newsroom.').join(' ');
const filler = Array.from({ length: 12 }, () => `<p>${FILLER}</p>`);
const paragraphs = filler
  .map((text) => `<!-- wp:paragraph -->\n${text}\n<!-- /wp:paragraph -->`)
  .join('\n\n');

/** A post with something embedded between its paragraphs. */
export const around = (embed: string) => `${paragraphs}\n\n${embed}\n\n${paragraphs}`;

/** The snippet that the story offers, in an HTML block. */
export const htmlBlock = (site: string) => `<!-- wp:html -->\n${snippetOf(site)}<!-- /wp:html -->`;

export const snippetOf = (site: string) =>
  snippet(
    { id: 'the-story', title: 'The story', frame: `${site}embed/story/`, page: site, height: 6000 },
    `${site}embed/v1.js`,
    'Open the full story',
  );

export const embedBlock = (url: string) =>
  `<!-- wp:embed ${JSON.stringify({ url })} -->\n<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\n${url}\n</div></figure>\n<!-- /wp:embed -->`;

export const linkBlock = (site: string) =>
  `<!-- wp:paragraph -->\n<p><a href="${site}" data-story-src="${site}embed/story/">The story</a></p>\n<!-- /wp:paragraph -->`;

/** A post of the classic editor, with the address on a line of its own. */
export const address = (url: string) => `${filler.join('\n')}\n\n${url}\n\n${filler.join('\n')}`;

export interface Post {
  readonly role: Role;
  readonly id: number;
  /** Its address. */
  readonly link: string;
  /** What WordPress has kept of it. */
  readonly stored: string;
}

interface RestPost {
  readonly id: number;
  readonly link: string;
  readonly content: { readonly raw: string; readonly rendered: string };
}

/** A post by somebody of a role; what a contributor writes an editor publishes. */
export async function publish(wordpress: WordPress, role: Role, content: string): Promise<Post> {
  const mayPublish = role !== 'contributor';
  const post = await wordpress.rest<RestPost>(role, 'wp/v2/posts', {
    title: `By ${role}`,
    // Posts that are written at the same time would get the same address.
    slug: randomUUID(),
    content,
    status: mayPublish ? 'publish' : 'pending',
  });
  const published = mayPublish
    ? post
    : await wordpress.rest<RestPost>('editor', `wp/v2/posts/${post.id}`, { status: 'publish' });
  return { role, id: post.id, link: published.link, stored: published.content.raw };
}

export const publishByAll = (wordpress: WordPress, content: string): Promise<Post[]> =>
  Promise.all(roles.map((role) => publish(wordpress, role, content)));

/** What a reader's browser is sent of what stands between a post's paragraphs. */
export async function rendered(post: Post): Promise<string> {
  const response = await fetch(post.link);
  const parts = (await response.text()).split(FILLER);
  if (parts.length !== 2 * filler.length + 1) throw new Error(`${post.link} does not show its text`);
  return parts[filler.length]!.replace(/^<\/p>\s*/, '').replace(/\s*<p>$/, '');
}

/** Tags of a kind in markup. */
export const tags = (html: string, name: string): string[] =>
  html.match(new RegExp(`<${name}\\b[^>]*>`, 'g')) ?? [];

/** Those whose pages say the same, but for numbers that are drawn by lot. */
export async function alike(posts: readonly Post[]): Promise<{ first: Post; html: string; by: Role[] }[]> {
  const groups = new Map<string, { first: Post; html: string; by: Role[] }>();
  for (const post of posts) {
    const html = await rendered(post);
    const key = html.replaceAll(/secret="?=?\w+"?/g, 'secret');
    const group = groups.get(key);
    if (group) group.by.push(post.role);
    else groups.set(key, { first: post, html, by: [post.role] });
  }
  return [...groups.values()];
}
