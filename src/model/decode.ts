/** Bytes to text. */
import type { Position, Report } from './mistakes.ts';
import { fileStart } from './mistakes.ts';

/**
 * The text of a file, without a byte order mark, its lines ending in `\n`; undefined, and a mistake reported, where
 * it is not UTF-8 or empty.
 */
export function decode(bytes: Uint8Array, report: Report): string | undefined {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    report(firstFault(bytes), 'the file is not UTF-8 from here on; save it as UTF-8');
    return undefined;
  }
  const nought = text.indexOf('\0');
  if (nought >= 0) {
    report(positionIn(text, nought), 'the file is not text; save it as UTF-8');
    return undefined;
  }
  if (text.trim() === '') {
    report(fileStart, 'the file is empty');
    return undefined;
  }
  return text.replace(/\r\n?/g, '\n');
}

/** The place of an offset in a text. */
export function positionIn(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

/** The place of the first byte that no UTF-8 text has there. */
function firstFault(bytes: Uint8Array): Position {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  // Byte by byte, so that the decoder stops at the fault; only ever done once, for a broken file.
  for (const byte of bytes) {
    try {
      text += decoder.decode(Uint8Array.of(byte), { stream: true });
    } catch {
      break;
    }
  }
  return positionIn(text, text.length);
}
