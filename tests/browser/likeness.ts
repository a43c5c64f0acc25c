/**
 * Whether a page looks as it did. Machines smooth letters differently, so pictures are compared as one sees them from
 * afar: in cells of a few pixels. A line that has moved, a mark that is missing, a colour that has changed show in
 * many cells; hinting and smoothing in none.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import sharp from 'sharp';

const CELL = 4; // px
const BLUR = 0.8; // cells
/** From here on a cell counts as different: the largest difference of a channel, of 255. */
const DIFFERENT = 26;
/** So many of all cells may differ. */
const ALLOWED = 0.0005;

/** Compares what the window shows with the baseline of a name, or makes it that baseline with `--update`. */
export async function expectLikeness(page: Page, name: string): Promise<void> {
  const info = test.info();
  const file = info.snapshotPath(`${name}.png`, { kind: 'screenshot' });
  const shown = await page.screenshot({ animations: 'disabled', caret: 'hide', scale: 'css' });
  if (info.config.updateSnapshots === 'all' || info.config.updateSnapshots === 'changed') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, await sharp(shown).png({ palette: true, effort: 7 }).toBuffer());
    return;
  }
  expect(existsSync(file), `${file} is there; npm test -- --update makes it`).toBe(true);
  const { share, map } = await difference(file, shown);
  if (share > ALLOWED) {
    await info.attach('expected', { path: file, contentType: 'image/png' });
    await info.attach('shown', { body: shown, contentType: 'image/png' });
    await info.attach('where they differ', { body: map, contentType: 'image/png' });
  }
  expect(
    share,
    'share of the page that looks different; if it is meant: npm test -- --update',
  ).toBeLessThanOrEqual(ALLOWED);
}

/** The share of cells that differ, and a picture of them. */
async function difference(file: string, shown: Buffer): Promise<{ share: number; map: Buffer }> {
  const [before, now] = [await cellsOf(file), await cellsOf(shown)];
  expect([now.width, now.height]).toEqual([before.width, before.height]);
  const cells = Array.from({ length: now.width * now.height }, (_, index) => {
    const channel = (offset: number) =>
      Math.abs((before.data[index * 3 + offset] ?? 0) - (now.data[index * 3 + offset] ?? 0));
    return Math.max(channel(0), channel(1), channel(2)) > DIFFERENT ? 255 : 0;
  });
  const raw = { width: now.width, height: now.height, channels: 1 } as const;
  const map = await sharp(Buffer.from(cells), { raw })
    .resize({ width: now.width * CELL, kernel: 'nearest' })
    .png()
    .toBuffer();
  return { share: cells.filter((cell) => cell > 0).length / cells.length, map };
}

async function cellsOf(picture: string | Buffer) {
  const { width, height } = await sharp(picture).metadata();
  const { data, info } = await sharp(picture)
    .removeAlpha()
    .toColourspace('srgb')
    .resize(Math.floor(width / CELL), Math.floor(height / CELL), { kernel: 'linear', fit: 'fill' })
    .blur(BLUR)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}
