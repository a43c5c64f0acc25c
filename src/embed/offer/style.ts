/** How the dialog looks: the page's own sheet, ink and lettering. */
export const css = `
.offer-dialog {
  inline-size: min(68rem, 100vw - 2 * var(--margin));
  max-inline-size: none;
  max-block-size: min(46rem, 100dvh - 2rem);
  margin: auto;
  padding: 0;
  border: 1.5px solid var(--ink);
  color: var(--ink);
  background: var(--sheet);
  font: 400 var(--size-label) / 1.4 var(--font-label);
  font-stretch: 88%;
  overscroll-behavior: contain;
}
.offer-dialog[open] {
  display: grid;
  grid-template-rows: auto auto minmax(18rem, 1fr);
}
.offer-dialog::backdrop {
  background: color-mix(in srgb, var(--sheet) 72%, transparent);
}
.offer-dialog > header {
  position: sticky;
  inset-block-start: 0;
  z-index: 1;
  display: flex;
  align-items: center;
  justify-content: space-between;
  padding-inline: 1.25rem;
  border-block-end: 1px solid var(--rule);
  background: var(--sheet);
}
.offer-dialog h2 {
  font: 300 1.75rem / 1.1 var(--font-text);
  padding-block: 0.75rem;
}
.offer-dialog button {
  min-block-size: 2.75rem;
  padding-inline: 0.5rem;
  text-decoration: underline;
  text-underline-offset: 0.25em;
}
.offer-dialog .close {
  margin-inline-end: -0.5rem;
}
.offer-dialog .copy {
  padding-inline: 1.25rem;
  background: var(--ink);
  color: var(--sheet);
  font-weight: 600;
  text-decoration: none;
}
.offer-dialog .form {
  display: grid;
  align-content: start;
  gap: 1rem;
  padding: 1.25rem;
}
.offer-dialog .intro {
  color: var(--mute);
  max-inline-size: 36rem;
}
.offer-dialog .field {
  display: grid;
  gap: 0.35rem;
}
.offer-dialog .field > label,
.offer-dialog legend {
  font-weight: 600;
  padding: 0;
}
.offer-dialog :is(select, textarea, input[type='url']) {
  inline-size: 100%;
  min-inline-size: 0;
  min-block-size: 2.75rem;
  padding: 0.5rem 0.65rem;
  border: 1px solid var(--mute);
  border-radius: 0;
  color: inherit;
  background: var(--sheet);
  font: inherit;
}
.offer-dialog .field textarea {
  font: 0.8125rem / 1.45 ui-monospace, 'Cascadia Mono', Menlo, Consolas, 'Liberation Mono', monospace;
  resize: vertical;
}
.offer-dialog .press {
  display: flex;
  align-items: center;
  gap: 1rem;
}
.offer-dialog fieldset {
  display: flex;
  flex-wrap: wrap;
  gap: 0 1.25rem;
  min-inline-size: 0;
  margin: 0;
  padding: 0;
  border: 0;
}
.offer-dialog fieldset[hidden] {
  display: none;
}
.offer-dialog fieldset label {
  display: flex;
  align-items: center;
  gap: 0.5rem;
  min-block-size: 2.75rem;
}
.offer-dialog input[type='radio'] {
  inline-size: 1.1rem;
  block-size: 1.1rem;
  margin: 0;
  accent-color: var(--ink);
}
.offer-dialog .preview {
  display: grid;
  grid-template-rows: auto minmax(0, 1fr);
  gap: 0.5rem;
  padding: 1.25rem;
  border-block-start: 1px solid var(--rule);
}
.offer-dialog iframe {
  inline-size: 100%;
  block-size: 100%;
  min-block-size: 22rem;
  border: 1px solid var(--rule);
}
@media (width >= 56rem) {
  .offer-dialog {
    block-size: min(46rem, 100dvh - 2rem);
  }
  .offer-dialog[open] {
    grid-template: auto minmax(0, 1fr) / minmax(0, 1fr) minmax(0, 1fr);
  }
  .offer-dialog > header {
    grid-column: 1 / -1;
  }
  .offer-dialog .form {
    overflow: auto;
  }
  .offer-dialog .preview {
    border-block-start: 0;
    border-inline-start: 1px solid var(--rule);
  }
}
`;
