/** `v1.js`: what a host page loads with a script element. */
import { basesOf } from './allow.ts';
import { watchPage, type Watch } from './find.ts';

// An image of that name in an author's markup would stand before it, with a site of the author's.
const script = document.currentScript;
if (script instanceof HTMLScriptElement) {
  // A page may hold several snippets, each with its script, and of several sites.
  const first = customElements.get('story-embed') as Watch | undefined;
  (first?.allow ?? watchPage)(basesOf(script.src, script.dataset['allow']));
}
