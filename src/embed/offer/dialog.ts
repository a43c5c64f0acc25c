/** The dialog that offers embeds. Loaded on the first press of a link `data-offer`; without it the link leads on. */
import { at, editionBase, snippetOf, type Edition, type Offers } from './offers.ts';
import { css } from './style.ts';

type Mode = 'host' | 'tall' | 'link';

/**
 * Opens the dialog.
 *
 * @param link the link that was pressed: to the page of all embeds, with an offer's id as its anchor
 * @throws Error if what can be embedded cannot be loaded; then the link is there
 */
export async function openOffer(link: HTMLAnchorElement): Promise<void> {
  const { href, hash } = link;
  const base = new URL('../', href.replace(/#.*/, '')).href;
  const answer = await fetch(`${base}embed/offers.json`);
  if (!answer.ok) throw new Error(`${answer.status}`);
  const offers = (await answer.json()) as Offers;
  if (document.querySelector('.offer-dialog')) return; // pressed again while it was on its way
  const dialog = build(offers, base, href, hash.slice(1));
  document.body.append(dialog);
  // Light where the page's policy forbids style elements: the object model is not a style element.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  dialog.addEventListener('close', () => {
    dialog.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    link.focus({ preventScroll: true });
  });
  dialog.showModal();
}

function build(offers: Offers, base: string, all: string, first: string): HTMLDialogElement {
  const { words, version } = offers;
  const inFrozen = document.documentElement.dataset['frozen'] !== undefined;
  const [whole] = offers.offers;
  if (!whole) throw new Error('Nothing is offered.');
  let offer = offers.offers.find(({ id }) => id === first) ?? whole;
  let edition: Edition = inFrozen ? 'frozen' : 'latest';
  let mode: Mode = 'host';

  const code = make('textarea', { readOnly: true, rows: 8, id: 'offer-snippet', spellcheck: false });
  const address = make('input', { readOnly: true, id: 'offer-address', type: 'url' });
  const oembed = make('input', { readOnly: true, id: 'offer-oembed', type: 'url' });
  const said = make('output', {});
  const frame = make('iframe', { title: words.preview });
  // What is pressed in a frame stays in it.
  frame.addEventListener('load', () => {
    frame.contentWindow?.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') dialog.close();
    });
  });

  function show(): void {
    const place = editionBase(base, inFrozen, version, edition);
    code.value = snippetOf(offer, place, offers.link);
    address.value = at(place, offer.page);
    oembed.value = at(place, offer.oembed);
    said.value = '';
    preview();
  }

  function preview(): void {
    const asked = new URLSearchParams({
      mode,
      frame: offer.frame,
      page: offer.page,
      card: offer.card,
      height: String(offer.height),
      title: offer.kind === 'story' ? offers.link : offer.title,
      theme: document.documentElement.dataset['theme'] ?? '',
    });
    const src = `${base}embed/preview/?${asked}`;
    if (frame.src !== src) frame.src = src;
  }

  const choice = make('select', { id: 'offer-what' });
  const groups = { story: words.whole, chapter: words.chapters, figure: words.figures };
  for (const [kind, label] of Object.entries(groups)) {
    const own = offers.offers.filter((each) => each.kind === kind);
    const options = own.map(
      ({ id, title }) => new Option(kind === 'story' ? label : title, id, false, id === offer.id),
    );
    choice.append(...(kind === 'story' ? options : [make('optgroup', { label }, ...options)]));
  }
  choice.addEventListener('change', () => {
    offer = offers.offers.find(({ id }) => id === choice.value) ?? offer;
    show();
  });

  const copy = make('button', { type: 'button', className: 'copy' }, words.copy);
  copy.addEventListener('click', () => {
    void copied(code).then((done) => (said.value = done ? words.copied : words.marked));
  });

  const editions = radios<Edition>(
    words.edition,
    'offer-edition',
    [
      ['latest', words.latest],
      ['frozen', words.frozen],
    ],
    edition,
    (next) => {
      edition = next;
      show();
    },
  );
  editions.hidden = !offers.kept;

  const modes = radios<Mode>(
    words.preview,
    'offer-mode',
    [
      ['host', words['preview.host']],
      ['tall', words['preview.tall']],
      ['link', words['preview.link']],
    ],
    mode,
    (next) => {
      mode = next;
      preview();
    },
  );

  const close = make('button', { type: 'button', className: 'close' }, words.close);
  const dialog = make(
    'dialog',
    { className: 'offer-dialog' },
    make('header', {}, make('h2', { id: 'offer-title' }, words.title), close),
    make(
      'div',
      { className: 'form' },
      make('p', { className: 'intro' }, words.intro),
      field(words.what, choice),
      editions,
      field(words.snippet, code, make('div', { className: 'press' }, copy, said)),
      field(words.address, address),
      ...(offers.oembed ? [field(words.oembed, oembed)] : []),
      make('p', {}, make('a', { href: all }, words.more)),
    ),
    make('div', { className: 'preview' }, modes, frame),
  );
  dialog.setAttribute('aria-labelledby', 'offer-title');
  said.setAttribute('aria-live', 'polite');
  close.addEventListener('click', () => {
    dialog.close();
  });
  // Beside the dialog, which covers itself whole; whoever marks a text may let go there too.
  let pressed: EventTarget | null;
  dialog.addEventListener('pointerdown', ({ target }) => {
    pressed = target;
  });
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog && pressed === dialog) dialog.close();
  });
  for (const input of [code, address, oembed]) {
    input.addEventListener('focus', () => {
      input.select();
    });
  }
  show();
  return dialog;
}

/** Copies a text; where the browser does not let us, marks it for the reader's own keys. */
async function copied(from: HTMLTextAreaElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(from.value);
    return true;
  } catch {
    from.focus();
    from.select();
    return false;
  }
}

function field(name: string, control: HTMLElement, ...after: HTMLElement[]): HTMLElement {
  return make('div', { className: 'field' }, make('label', { htmlFor: control.id }, name), control, ...after);
}

function radios<T extends string>(
  legend: string,
  name: string,
  choices: readonly (readonly [T, string])[],
  chosen: T,
  choose: (value: T) => void,
): HTMLFieldSetElement {
  const inputs = choices.map(([value, label]) => {
    const input = make('input', { type: 'radio', name, value, checked: value === chosen });
    input.addEventListener('change', () => {
      choose(value);
    });
    return make('label', {}, input, label);
  });
  return make('fieldset', {}, make('legend', {}, legend), ...inputs);
}

function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}
