/** `<story-embed src>`, for hosts that like elements: inside it is the same frame. */
import type { Bases } from './allow.ts';
import { mount } from './mount.ts';

export function defineElement(bases: Bases): void {
  customElements.define(
    'story-embed',
    class extends HTMLElement {
      private stop: (() => void) | undefined;
      connectedCallback() {
        this.stop = mount(this, bases);
      }
      disconnectedCallback() {
        this.stop?.();
      }
    },
  );
}
