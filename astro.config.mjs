import { defineConfig } from 'astro/config';
import svelte from '@astrojs/svelte';
import { story } from './src/story/integration.ts';

export default defineConfig({
  integrations: [svelte(), story()],
  outDir: process.env['OUT_DIR'] ?? './dist',
  cacheDir: './.work/astro',
  trailingSlash: 'ignore',
  build: { format: 'directory', inlineStylesheets: 'always' },
  devToolbar: { enabled: false },
  server: { host: '127.0.0.1' },
  vite: {
    build: {
      assetsInlineLimit: 0,
      // What it preloads has addresses from the root of the host, where the site may not lie.
      modulePreload: false,
      // What every reader loads anyway comes in one piece: small files pack badly.
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [
              { name: 'shared', test: /\/src\/(islands\/shared|scene)\/(?!motion|button|pager|pages|frame)/ },
            ],
          },
        },
      },
    },
  },
});
