/** `v1.js`: what a host page loads with a script element. */
import { basesOf } from './allow.ts';
import { watchPage } from './find.ts';

const script = document.currentScript as HTMLScriptElement;
// A picture of that name, which an author may write, would stand in its place. A page may hold several snippets, each
// with its script.
if (script.matches('script') && !customElements.get('story-embed'))
  watchPage(basesOf(script.src, script.dataset['allow']));
