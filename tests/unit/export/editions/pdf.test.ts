import { expect, test } from 'vitest';
import { bytesOf, textOf } from '../../../../src/export/editions/files.ts';
import { datedPdf } from '../../../../src/export/editions/pdf.ts';

const made = (zone: string) =>
  `<</CreationDate (D:20261125020719${zone})\n/ModDate (D:20261125020719${zone})>>`;

test.each(["+00'00'", "-08'30'"])('a PDF says the day of the edition, in as many bytes (%s)', (zone) => {
  const dated = textOf(datedPdf(bytesOf(made(zone)), '2026-11-24'));
  expect(dated).toBe("<</CreationDate (D:20261124120000+00'00')\n/ModDate (D:20261124120000+00'00')>>");
});

test('one that does not say when it was made is refused', () => {
  expect(() => datedPdf(bytesOf('%PDF-1.4'), '2026-11-24')).toThrow('does not say when it was made');
});
