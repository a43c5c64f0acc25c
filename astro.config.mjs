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
    // What a script preloads is named from the script: the site may lie anywhere.
    experimental: {
      renderBuiltUrl: (_, { hostType }) => (hostType === 'js' ? { relative: true } : undefined),
    },
    build: {
      assetsInlineLimit: 0,
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
