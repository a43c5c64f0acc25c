/**
 * Which cuts of which fonts the pages use.
 *
 * `mean` is the mean advance of a letter over the story's English prose, kerning included, in em: the widths of
 * this face and of the fonts that stand in for it until it arrives are matched by it. All were measured in
 * Chromium; the stand-ins by their free twins, Liberation for Times New Roman and Arial. `ascent` and `descent` are those
 * of the font, in em.
 */
import { join } from 'node:path';
import { root } from './root.mjs';

/**
 * @typedef {object} Face
 * @property {string} file name of the `.woff2` that is made
 * @property {string} family
 * @property {'normal' | 'italic'} style
 * @property {string} weight as in CSS: one weight or a range
 * @property {boolean} early whether the first screen needs it, so that pages ask for it at once
 * @property {readonly string[]} parts files of `@fontsource-variable`, the first with the most common characters
 * @property {Readonly<Record<string, number | { min: number, max: number }>>} axes
 * @property {number} ascent
 * @property {number} descent
 * @property {readonly StandIns[]} standIns
 *
 * @typedef {object} StandIns
 * @property {string} weight
 * @property {number} mean
 * @property {readonly (readonly [mean: number, ...names: string[]])[]} local by family, most common first
 */

const serif = (/** @type {string} */ style) =>
  ['latin', 'latin-ext'].map((set) => `newsreader/files/newsreader-${set}-standard-${style}.woff2`);
const newsreader = { ascent: 0.735, descent: 0.265 };

/** The label face's width, in per cent. */
export const LABEL_WIDTH = 88;

/** @type {readonly Face[]} */
export const faces = [
  {
    // Titles: light, with the fine hairlines of large type.
    file: 'newsreader-300',
    family: 'Newsreader',
    style: 'normal',
    weight: '300',
    early: true,
    parts: serif('normal'),
    axes: { wght: 300, opsz: 48 },
    ...newsreader,
    standIns: [
      {
        weight: '300',
        mean: 0.41285,
        local: [
          [0.40308, 'Times New Roman', 'Liberation Serif', 'Tinos'],
          [0.47615, 'Noto Serif'],
        ],
      },
    ],
  },
  {
    // Reading.
    file: 'newsreader-400',
    family: 'Newsreader',
    style: 'normal',
    weight: '400',
    early: true,
    parts: serif('normal'),
    axes: { wght: 400, opsz: 18 },
    ...newsreader,
    standIns: [
      {
        weight: '400',
        mean: 0.40325,
        local: [
          [0.40308, 'Times New Roman', 'Liberation Serif', 'Tinos'],
          [0.47615, 'Noto Serif'],
        ],
      },
    ],
  },
  {
    file: 'newsreader-italic',
    family: 'Newsreader',
    style: 'italic',
    weight: '400',
    early: false,
    parts: serif('italic'),
    axes: { wght: 400, opsz: 18 },
    ...newsreader,
    standIns: [
      {
        weight: '400',
        mean: 0.37626,
        local: [
          [0.40424, 'Times New Roman Italic', 'Liberation Serif Italic', 'Tinos Italic'],
          [0.464, 'Noto Serif Italic'],
        ],
      },
    ],
  },
  {
    // Lettering on the drawings, and controls.
    file: 'archivo',
    family: 'Archivo',
    style: 'normal',
    weight: '400 600',
    early: true,
    parts: ['latin', 'latin-ext'].map((set) => `archivo/files/archivo-${set}-standard-normal.woff2`),
    axes: { wght: { min: 400, max: 600 }, wdth: LABEL_WIDTH },
    ascent: 0.878,
    descent: 0.21,
    standIns: [
      {
        weight: '400',
        mean: 0.39144,
        local: [
          [0.44381, 'Arial', 'Helvetica', 'Liberation Sans', 'Arimo'],
          [0.44189, 'Roboto'],
        ],
      },
      {
        weight: '600',
        mean: 0.40715,
        local: [
          [0.47679, 'Arial Bold', 'Helvetica Bold', 'Liberation Sans Bold', 'Arimo Bold'],
          [0.44908, 'Roboto Bold'],
        ],
      },
    ],
  },
];

/** @param {string} part a file of an `@fontsource-variable` package */
export function fontFile(part) {
  return join(root, 'node_modules/@fontsource-variable', part);
}
