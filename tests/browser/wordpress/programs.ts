/** Programs that tests start and end. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';

/** Waits until a program says something, and lets it talk on. */
export function said(child: ChildProcess, words: RegExp): Promise<void> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stderr?.setEncoding('utf8').on('data', (piece: string) => {
      if (text.length < 100_000) text += piece;
      if (words.test(text)) resolve();
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      reject(new Error(`${child.spawnfile} ended with ${code}:\n${text}`));
    });
  });
}

/** Ends a program with all that it has started: PHP's workers outlive it and keep the port. */
export async function end(child: ChildProcess): Promise<void> {
  if (isGone(child)) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  kill(child);
  await gone;
}

/** Sees to it that a program does not outlive the tests, also where these end in the middle. */
export function endWithTests(child: ChildProcess): void {
  const atExit = () => {
    if (!isGone(child)) kill(child);
  };
  process.once('exit', atExit);
  child.once('exit', () => process.off('exit', atExit));
}

const isGone = ({ pid, exitCode, signalCode }: ChildProcess) =>
  pid === undefined || exitCode !== null || signalCode !== null;

/** It was started with a group of its own (`detached`). */
const kill = ({ pid }: ChildProcess) => process.kill(-pid!, 'SIGKILL');

/** What a command writes. @throws Error with what it complained about */
export function output(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(out);
      else reject(new Error(`${command} ${args.join(' ')}\nended with ${code}:\n${out}${err}`));
    });
  });
}

/** A port of 127.0.0.1 that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        resolve(port);
      });
    });
  });
}
