/**
 * Runs in the reader's browser, in the head of a packed page: once all of it is there, the page inside takes its
 * place.
 */
import { decompress } from 'fzstd';
import { decode85 } from './base85.ts';
import { withBeginning } from './frame.ts';

document.addEventListener('DOMContentLoaded', () => {
  const textOf = (id: string) => document.getElementById(id)?.textContent ?? '';
  const plain = new TextEncoder().encode(textOf('plain'));
  const all = decompress(withBeginning(plain, decode85(textOf('packed'))));
  const page = new TextDecoder().decode(all.subarray(plain.length));
  document.open();
  document.write(page);
  document.close();
});
