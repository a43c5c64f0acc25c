/**
 * The linter's rules. Beside the usual ones they hold the arrows between the folders of src/ (see CONTRIBUTING.md):
 * an import against them is an error that says which way round it goes.
 */
import astro from 'eslint-plugin-astro';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import typescript from 'typescript-eslint';

/**
 * Each folder of src/ with the folders that it may import from, beside itself.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const arrows = {
  model: [],
  geometry: ['model'],
  // Only in the build: it reads the world's coasts from a package.
  atlas: ['geometry'],
  scene: [],
  // `protocol` stands between `host` and `guest`; only `guest` knows the rest of the story's code.
  embed: ['scene'],
  islands: ['model', 'geometry', 'scene'],
  story: ['model'],
  components: ['model', 'geometry', 'atlas', 'scene', 'embed', 'islands', 'story'],
  layouts: ['model', 'geometry', 'atlas', 'scene', 'embed', 'islands', 'story', 'components'],
  pages: ['model', 'geometry', 'atlas', 'scene', 'embed', 'islands', 'story', 'components', 'layouts'],
  export: [],
};

const scripted = ['ts', 'svelte', 'astro'];
const filesIn = (/** @type {string} */ folder) => scripted.map((ending) => `src/${folder}/**/*.${ending}`);

/** The two libraries that move things, each with the one file that may know it. */
const adapters = /** @type {const} */ ({ gsap: 'src/scene/motion.ts', scrollama: 'src/scene/scroll.ts' });

/** What only browsers have: nothing of it may be used where the same code runs in the build and the tests. */
const browserOnly = Object.keys(globals.browser).filter((name) => !(name in globals.nodeBuiltin));

/**
 * The rule against imports that a folder may not have. ESLint takes the last rule of a name for a file, so all of
 * them stand in one.
 * @param {{ folder?: string, node?: boolean, library?: string }} allowed
 * @returns {{ 'no-restricted-imports': ['error', object] }}
 */
function imports({ folder, node = true, library }) {
  const patterns = [];
  for (const [name, file] of Object.entries(adapters)) {
    if (name === library) continue;
    patterns.push({ regex: `^${name}(/|$)`, message: `Only ${file} knows ${name}.` });
  }
  if (folder) {
    const from = arrows[folder] ?? [];
    const others = Object.keys(arrows).filter((other) => other !== folder && !from.includes(other));
    const may = from.length > 0 ? `only from ${from.join(', ')}` : 'from no other folder';
    patterns.push({
      regex: `^\\.\\.?/(.*/)?(${others.join('|')})/`,
      message: `src/${folder} imports ${may} of src/ (see CONTRIBUTING.md).`,
    });
    patterns.push({ regex: '(^|/)content/', message: 'Content reaches the code through src/model/read.ts.' });
  }
  if (!node) patterns.push({ regex: '^node:', message: 'This code runs in the browser too.' });
  return { 'no-restricted-imports': ['error', { patterns }] };
}

/** Of ESLint's own recommended rules those that the compiler does not cover. */
const mistakes = Object.fromEntries(
  [
    'no-async-promise-executor',
    'no-cond-assign',
    'no-constant-binary-expression',
    'no-constant-condition',
    'no-control-regex',
    'no-debugger',
    'no-dupe-else-if',
    'no-empty',
    'no-empty-character-class',
    'no-empty-pattern',
    'no-fallthrough',
    'no-irregular-whitespace',
    'no-loss-of-precision',
    'no-misleading-character-class',
    'no-prototype-builtins',
    'no-regex-spaces',
    'no-self-assign',
    'no-sparse-arrays',
    'no-unassigned-vars',
    'no-unexpected-multiline',
    'no-unsafe-finally',
    'no-unsafe-optional-chaining',
    'no-useless-assignment',
    'no-useless-backreference',
    'no-useless-catch',
    'no-useless-escape',
    'preserve-caught-error',
    'require-yield',
    'use-isnan',
    'valid-typeof',
  ].map((rule) => [rule, /** @type {const} */ ('error')]),
);

const styleMessage =
  'The policy of the pages allows no style attributes: use a class or a presentation attribute.';

export default defineConfig(
  {
    ignores: [
      'dist/',
      '.work/',
      '.astro/',
      'node_modules/',
      'test-results/',
      'playwright-report/',
      'shots/',
      'export/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  { rules: mistakes },
  typescript.configs.strict,
  typescript.configs.stylistic,
  svelte.configs.recommended,
  astro.configs.recommended,
  {
    rules: {
      eqeqeq: 'error',
      'no-implicit-coercion': 'error',
      'object-shorthand': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { caughtErrors: 'all' }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      ...imports({}),
    },
  },
  {
    // Rules that ask the compiler, where it answers fast.
    files: ['src/**/*.ts', 'tests/**/*.ts'],
    ignores: ['**/*.svelte.ts'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      // A tween can be awaited, so functions that give one back look as if they made promises.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { variables: false } }],
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/prefer-promise-reject-errors': 'error',
      '@typescript-eslint/require-array-sort-compare': ['error', { ignoreStringArrays: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: typescript.parser }, globals: globals.browser },
    rules: {
      'svelte/no-inline-styles': ['error', { allowTransitions: false }],
      'no-restricted-syntax': ['error', { selector: 'SvelteStyleDirective', message: styleMessage }],
      // The compiler writes to what look like constants: it has a rule of its own.
      'prefer-const': 'off',
      'svelte/prefer-const': 'error',
    },
  },
  {
    files: ['**/*.astro'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'JSXAttribute[name.name="style"]', message: styleMessage },
      ],
    },
  },
  {
    files: ['scripts/**', 'tests/**', '*.mjs', 'src/model/read.ts', 'src/story/**', 'src/export/**'],
    languageOptions: { globals: globals.nodeBuiltin },
  },
  {
    // What is not there fails the test, and says where.
    files: ['tests/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['scripts/shots.mjs', 'tests/browser/**'],
    languageOptions: { globals: globals.browser },
  },
  ...Object.keys(arrows).map((folder) => {
    const node = !['model', 'geometry', 'scene', 'embed', 'islands'].includes(folder);
    return { files: filesIn(folder), rules: imports({ folder, node }) };
  }),
  { files: ['src/model/read.ts'], rules: imports({ folder: 'model' }) },
  ...Object.entries(adapters).map(([library, file]) => ({
    files: [file],
    rules: imports({ folder: 'scene', node: false, library }),
  })),
  {
    files: [...filesIn('model'), ...filesIn('geometry'), ...filesIn('embed/protocol')],
    rules: {
      'no-restricted-globals': [
        'error',
        ...browserOnly.map((name) => ({ name, message: 'This code runs outside the browser too.' })),
      ],
    },
  },
);
