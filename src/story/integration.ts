/**
 * What the story asks of the site generator: fonts before anything is built, and, while editing, a reload at each
 * change of the content, or the list of its mistakes in place of the page; and the dialog, which
 * the build bundles by itself.
 */
import type { AstroIntegration } from 'astro';
import { resolve, sep } from 'node:path';
import { makeFonts } from '../../scripts/fonts.mjs';
import { loadStory } from '../model/read.ts';

/**
 * The dialog that offers embeds, as `/embed/offer.js`. In its preview the story stands still while editing: the
 * server gives nothing to frames without an origin, and should not.
 */
const DIALOG = '/src/embed/offer/dialog.ts';

export function story(): AstroIntegration {
  const dir = resolve(process.env['STORY'] ?? 'content');
  return {
    name: 'story',
    hooks: {
      'astro:config:setup': async () => {
        await makeFonts();
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use('/embed/offer.js', (_, response) => {
          response.writeHead(302, { Location: DIALOG }).end();
        });
        server.watcher.add(dir);
        const look = (path: string) => {
          if (!path.startsWith(dir + sep)) return;
          const { mistakes } = loadStory(dir);
          if (mistakes.length === 0) {
            server.hot.send({ type: 'full-reload' });
            return;
          }
          const message = mistakes
            .map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`)
            .join('\n');
          server.hot.send({ type: 'error', err: { message, stack: '' } });
        };
        for (const change of ['add', 'change', 'unlink'] as const) server.watcher.on(change, look);
      },
    },
  };
}
