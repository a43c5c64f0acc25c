/** @import { Face } from './faces.mjs' */

/** What fallback families are called: the face's own name and this, then a number from the second on. */
const FALLBACK = 'fallback';

/**
 * The `@font-face` rules of the faces and of their stand-ins: fonts of the reader's system that are scaled to run
 * as wide and stand as high, so that no line moves when the real face arrives.
 * @param {readonly { face: Face, file: string, range?: string }[]} files the font files, by their path from the sheet
 * @returns {string} CSS
 */
export function fontCss(files) {
  const own = files.map(({ face, file, range }) =>
    rule({
      'font-family': `'${face.family}'`,
      'font-style': face.style,
      'font-weight': face.weight,
      'font-display': 'swap',
      src: `url('${file}') format('woff2')`,
      ...(range && { 'unicode-range': range }),
    }),
  );
  const faces = [...new Set(files.map(({ face }) => face))];
  return [...own, ...faces.flatMap(standIns)].join('\n');
}

/** @param {Face} face */
function standIns(face) {
  return face.standIns.flatMap(({ weight, mean, local }) =>
    local.map(([theirs, ...names], i) => {
      const scale = mean / theirs;
      return rule({
        'font-family': `'${face.family} ${FALLBACK}${i === 0 ? '' : ` ${i + 1}`}'`,
        'font-style': face.style,
        'font-weight': weight,
        src: names.map((name) => `local('${name}')`).join(', '),
        'size-adjust': percent(scale),
        'ascent-override': percent(face.ascent / scale),
        'descent-override': percent(face.descent / scale),
        'line-gap-override': '0%',
      });
    }),
  );
}

/** @param {Record<string, string>} declarations */
function rule(declarations) {
  const lines = Object.entries(declarations).map(([name, value]) => `  ${name}: ${value};\n`);
  return `@font-face {\n${lines.join('')}}\n`;
}

/** @param {number} ratio */
function percent(ratio) {
  return `${Number((ratio * 100).toFixed(2))}%`;
}
