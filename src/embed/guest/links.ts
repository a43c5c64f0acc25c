/**
 * Links in a frame. Those on the page must not make entries in the history that the host's Back button would have to
 * go through; those out of it open beside the host; and where a frame may open nothing, their addresses are shown.
 */

/** Takes over the links of the page. */
export function guideLinks(): void {
  const opaque = origin === 'null';
  addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]');
    if (!link || event.defaultPrevented) return;
    if (isHere(link)) {
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      location.replace(link.hash);
      return;
    }
    link.target = '_blank';
    link.rel = 'noopener';
    if (opaque) showAddress(link);
  });
  if (!opaque) return;
  document.documentElement.dataset['opaque'] = '';
  for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-notes] a, [data-credit] a')) {
    if (!isHere(link)) showAddress(link);
  }
}

const isHere = (link: HTMLAnchorElement) =>
  link.href.split('#')[0] === location.href.split('#')[0] && link.hash !== '';

function showAddress(link: HTMLAnchorElement): void {
  if (link.nextElementSibling?.matches('.address')) return;
  const address = document.createElement('span');
  address.className = 'address';
  address.textContent = link.href;
  link.after(' ', address);
}
