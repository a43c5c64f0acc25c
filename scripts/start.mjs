/**
 * `npm start`: builds the site, serves it and prints the address. `-- --no-build` serves what is in dist/.
 * PORT is the port to try first (4321), HOST where to listen (127.0.0.1).
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BuildError, build } from './build.mjs';
import { root } from './lib/root.mjs';
import { endOnSignals } from './lib/run.mjs';
import { serve } from './lib/serve.mjs';

const leaveSignals = endOnSignals();
try {
  const { values } = parseArgs({ options: { 'no-build': { type: 'boolean' }, site: { type: 'string' } } });
  if (!values['no-build']) await build({ site: values.site });
  const dist = join(root, 'dist');
  if (!existsSync(join(dist, 'index.html')))
    throw new BuildError('There is no dist/ yet: leave out --no-build.');
  const port = Number(process.env.PORT ?? 4321);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new BuildError(`PORT must be a number up to 65535, not "${process.env.PORT}".`);
  }
  const { url } = await serve(dist, { port, host: process.env.HOST ?? '127.0.0.1' });
  console.log(`\n  ${url}\n\nCtrl+C stops it.`);
  leaveSignals();
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
} catch (error) {
  const expected = error instanceof BuildError || (error instanceof TypeError && 'code' in error);
  console.error(expected ? error.message : error);
  process.exitCode = 1;
}
