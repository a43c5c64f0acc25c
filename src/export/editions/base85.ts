/** Bytes as text that can stand in a script element as it is: five characters for four bytes. */

/** Printable ASCII without what ends elements, begins comments or has to be escaped anywhere. */
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%()*+,-./:;=?@[]^_{}';

/** @returns text of 85 characters; the last group is filled up with zeros, and its number stands in front */
export function encode85(bytes: Uint8Array): string {
  const missing = (4 - (bytes.length % 4)) % 4;
  let text = String(missing);
  for (let at = 0; at < bytes.length; at += 4) {
    let value = 0;
    for (let i = 0; i < 4; i++) value = value * 256 + (bytes[at + i] ?? 0);
    let group = '';
    for (let i = 0; i < 5; i++) {
      group = (ALPHABET[value % 85] ?? '') + group;
      value = Math.floor(value / 85);
    }
    text += group;
  }
  return text;
}

export function decode85(text: string): Uint8Array {
  const digits = new Uint8Array(128);
  for (let i = 0; i < 85; i++) digits[ALPHABET.charCodeAt(i)] = i;
  const groups = (text.length - 1) / 5;
  const bytes = new Uint8Array(groups * 4);
  for (let group = 0; group < groups; group++) {
    let value = 0;
    for (let i = 0; i < 5; i++) value = value * 85 + (digits[text.charCodeAt(1 + group * 5 + i)] ?? 0);
    for (let i = 3; i >= 0; i--) {
      bytes[group * 4 + i] = value % 256;
      value = Math.floor(value / 256);
    }
  }
  return bytes.subarray(0, bytes.length - Number(text[0]));
}
