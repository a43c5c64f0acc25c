import { expect, test } from 'vitest';
import { bytesOf, textOf } from '../../../../src/export/editions/files.ts';
import { manifestOf, readManifest } from '../../../../src/export/editions/manifest.ts';

const about = {
  title: 'A story',
  description: 'Of something',
  language: 'en',
  version: '1.2.0',
  date: '2026-11-24',
  licence: { code: 'MIT', text: 'CC-BY-4.0' },
};

test('says what the story is, and of each file its size and hash, in order', () => {
  const manifest = manifestOf(
    about,
    new Map([
      ['b', bytesOf('')],
      ['a', bytesOf('abc')],
    ]),
  );
  expect(JSON.parse(textOf(manifest))).toEqual({
    format: 'story-export/1',
    ...about,
    files: {
      a: { bytes: 3, sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad' },
      b: { bytes: 0, sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' },
    },
  });
  expect(textOf(manifest).indexOf('"a"')).toBeLessThan(textOf(manifest).indexOf('"b"'));
  expect(readManifest(manifest)?.version).toBe('1.2.0');
});

test.each(['', 'null', '[]', '{"files":{}}', '{"format":"story-export/2","files":{}}', '{'])(
  'takes %j for none',
  (text) => {
    expect(readManifest(bytesOf(text))).toBeUndefined();
  },
);
