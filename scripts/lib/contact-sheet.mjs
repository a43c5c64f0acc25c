/**
 * A page that shows each shot in all its variants, side by side.
 * @param {readonly string[]} shots names such as `steps/opening/one`; each is a `.png` in every variant's folder
 * @param {readonly string[]} variants names of folders
 * @returns {string} HTML
 */
export function contactSheet(shots, variants) {
  const sections = shots.map(
    (shot) =>
      `<section id="${shot}"><h2>${shot}</h2><div>${variants
        .map(
          (variant) =>
            `<figure><a href="${variant}/${shot}.png"><img src="${variant}/${shot}.png" alt="" loading="lazy"></a>` +
            `<figcaption>${variant}</figcaption></figure>`,
        )
        .join('')}</div></section>`,
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Contact sheets</title>
<style>
  body { margin: 2rem; font: 14px/1.4 system-ui, sans-serif; color-scheme: light dark; }
  h2 { font-size: 1rem; }
  div { display: flex; gap: 1rem; align-items: flex-start; overflow-x: auto; }
  figure { margin: 0; }
  img { display: block; block-size: 26rem; border: 1px solid gray; }
</style>
${sections.join('\n')}
</html>
`;
}
