import { execFileSync } from 'node:child_process';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { bytesOf, textOf } from '../../../../src/export/editions/files.ts';
import { zipOf } from '../../../../src/export/editions/zip.ts';

const files = new Map([
  ['b/two.txt', bytesOf('two '.repeat(500))],
  ['a.png', bytesOf('one')],
  ['b/Ünïcode (1).txt', bytesOf('three')],
]);

/** Name, method and time of each file, as the archive's own list says. */
function listed(zip: Uint8Array) {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const found = [];
  for (let at = 0; at + 46 <= zip.length; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const length = view.getUint16(at + 28, true);
    found.push({
      name: textOf(zip.subarray(at + 46, at + 46 + length)),
      method: view.getUint16(at + 10, true),
      time: view.getUint32(at + 12, true),
      rights: view.getUint32(at + 38, true) >>> 16,
    });
  }
  return found;
}

test('holds what it was given', () => {
  const read = unzipSync(zipOf(files, '2026-11-24'));
  expect(Object.keys(read).sort()).toEqual([...files.keys()].sort());
  for (const [path, bytes] of files) expect(textOf(read[path]!)).toBe(textOf(bytes));
});

test('lists files by name, at noon of the day, for all to read; packs only what gets smaller', () => {
  const noon = ((2026 - 1980) << 25) | (11 << 21) | (24 << 16) | (12 << 11);
  const rights = 0o100644;
  expect(listed(zipOf(files, '2026-11-24'))).toEqual([
    { name: 'a.png', method: 0, time: noon, rights },
    { name: 'b/two.txt', method: 8, time: noon, rights },
    { name: 'b/Ünïcode (1).txt', method: 8, time: noon, rights },
  ]);
});

test('keeps files as they are when told so', () => {
  const methods = listed(zipOf(files, '2026-11-24', { packed: false })).map(({ method }) => method);
  expect(methods).toEqual([0, 0, 0]);
});

test('has the same bytes in every order and time zone', () => {
  const script = `
    import { zipOf } from './src/export/editions/zip.ts';
    import { sha256, bytesOf } from './src/export/editions/files.ts';
    console.log(sha256(zipOf(new Map([['b', bytesOf('2')], ['a', bytesOf('1')]]), '2026-03-29')));`;
  const run = (TZ: string, LC_ALL: string) =>
    execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      env: { ...process.env, TZ, LC_ALL },
      encoding: 'utf8',
    });
  expect(run('Pacific/Kiritimati', 'sv_SE.UTF-8')).toBe(run('America/Los_Angeles', 'C'));
});
