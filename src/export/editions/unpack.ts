/**
 * Runs in the reader's browser, in the head of a packed page: once all of it is there, the page inside takes its
 * place.
 */
import { decompress } from 'fzstd';
import { decode85 } from './base85.ts';

document.addEventListener('DOMContentLoaded', () => {
  const text = document.getElementById('packed')?.textContent ?? '';
  const page = new TextDecoder().decode(decompress(decode85(text)));
  document.open();
  document.write(page);
  document.close();
});
