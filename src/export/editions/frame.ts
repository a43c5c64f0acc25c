/**
 * A packed text whose beginning lies elsewhere as it is: what it shares with that is not packed again. zstd calls that
 * a dictionary. The library that unpacks in browsers knows none, so the beginning is put back in front of the frame's
 * blocks as blocks that are not packed.
 */

/** A frame whose size is said in four bytes, and whose window is all of it. */
const HEAD = [0x28, 0xb5, 0x2f, 0xfd, 0xa0];
/** What a block may hold. */
const BLOCK = 1 << 17;

/**
 * Takes the head off a frame.
 *
 * @param frame as zstd packs it with a dictionary, without a checksum
 * @param size of what is packed, bytes
 * @returns the size and the frame's blocks
 * @throws Error if the frame is of another sort
 */
export function withoutHead(frame: Uint8Array, size: number): Uint8Array {
  const [flags = 0] = frame.subarray(4);
  if (HEAD.slice(0, 4).some((byte, at) => frame[at] !== byte) || (flags & 0b111) !== 0)
    throw new Error('This is not a frame whose head can be taken off.');
  const alone = (flags >> 5) & 1;
  const head = 6 - alone + ([alone, 2, 4, 8][flags >> 6] ?? 0);
  return joined([fourBytes(size), frame.subarray(head)]);
}

/**
 * Puts a frame together again.
 *
 * @param beginning what was the dictionary
 * @param blocks as `withoutHead` gave them
 * @returns a frame that unpacks to the beginning and what was packed after it
 */
export function withBeginning(beginning: Uint8Array, blocks: Uint8Array): Uint8Array {
  const size = new DataView(blocks.buffer, blocks.byteOffset).getUint32(0, true);
  const parts = [new Uint8Array(HEAD), fourBytes(beginning.length + size)];
  for (let at = 0; at < beginning.length; at += BLOCK) {
    const piece = beginning.subarray(at, at + BLOCK);
    // Not the last block, not packed, and so long.
    parts.push(fourBytes(piece.length << 3).subarray(0, 3), piece);
  }
  return joined([...parts, blocks.subarray(4)]);
}

function fourBytes(number: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, number, true);
  return bytes;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
