/** A build for a known address, beside dist/: what holds whole addresses (oEmbed, share cards) is only in such a one. */
import { fileURLToPath } from 'node:url';

/** The address that it is built for; nothing answers there. */
export const SITED = 'https://story.example/six';

/** Where it lies. */
export const sited = fileURLToPath(new URL('../../.work/sited/', import.meta.url));

/** Where its edition is kept. */
export const sitedKept = fileURLToPath(new URL('../../.work/sited-kept/', import.meta.url));
