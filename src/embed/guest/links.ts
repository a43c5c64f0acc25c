/**
 * Links in a frame. Those on the page must not make entries in the history that the host's Back button would have to
 * go through; those out of it open beside the host; and where a frame may open nothing, their addresses are shown.
 */

/** Takes over the links of the page. */
export function guideLinks(): void {
  const opaque = origin === 'null';
  addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement | SVGAElement>('a[href]');
    if (!link || event.defaultPrevented) return;
    if (isHere(link)) {
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      location.replace(addressOf(link).hash);
      return;
    }
    link.setAttribute('target', '_blank');
    link.setAttribute('rel', 'noopener');
    if (opaque && link instanceof HTMLAnchorElement) showAddress(link);
  });
  if (!opaque) return;
  document.documentElement.dataset['opaque'] = '';
  for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-notes] a, [data-credit] a')) {
    if (!isHere(link)) showAddress(link);
  }
}

/** A link in a drawing says where it leads in its attribute only. */
const addressOf = (link: Element) => new URL(link.getAttribute('href') ?? '', document.baseURI);

function isHere(link: Element): boolean {
  const { href, hash } = addressOf(link);
  return href.split('#')[0] === location.href.split('#')[0] && hash !== '';
}

function showAddress(link: HTMLAnchorElement): void {
  if (link.nextElementSibling?.matches('.address')) return;
  const address = document.createElement('span');
  address.className = 'address';
  address.textContent = link.href;
  link.after(' ', address);
}
