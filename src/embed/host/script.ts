/** `v1.js`: what a host page loads with a script element. */
import { basesOf } from './allow.ts';
import { watchPage } from './find.ts';

const { src, dataset } = document.currentScript as HTMLScriptElement;
// A page may hold several snippets, each with its script.
if (!customElements.get('story-embed')) watchPage(basesOf(src, dataset['allow']));
