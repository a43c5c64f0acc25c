/** Stills as pictures of dots, for places that take no drawings. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { root } from '../../../scripts/lib/root.mjs';

const WIDTH = 1600; // px
const DPI = 72; // at which a drawing's unit is a dot

/** How a picture is packed: drawings have few colours. */
const PACKING = { palette: true, colours: 64, dither: 0, compressionLevel: 9, effort: 7 } as const;

/**
 * A still in the light theme as PNG. Pictures are kept in .work/ by what they were drawn from.
 *
 * @param svg a still
 * @param wide the picture's width, px
 */
export async function pictureOf(svg: string, wide = WIDTH): Promise<Buffer> {
  const key = createHash('sha256')
    .update(JSON.stringify([sharp.versions, wide, PACKING, svg]))
    .digest('hex');
  const kept = join(root, '.work/stills', `${key}.png`);
  const known = await readFile(kept).catch(() => undefined);
  if (known) return known;
  const width = Number(/ width="([\d.]+)"/.exec(svg)?.[1] ?? wide);
  // Without the dark theme's rules, whatever the reader of the drawing makes of them.
  const light = svg.replace(/<style>[\s\S]*?<\/style>/, '');
  const picture = await sharp(Buffer.from(light), { density: (DPI * wide) / width })
    .resize({ width: wide })
    .png(PACKING)
    .toBuffer();
  await mkdir(dirname(kept), { recursive: true });
  const fresh = `${kept}.${process.pid}`;
  await writeFile(fresh, picture);
  await rename(fresh, kept);
  return picture;
}
