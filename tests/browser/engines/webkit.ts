/** WebKitGTK under a display of its own, driven by plain WebDriver. */
import { spawn, type ChildProcess } from 'node:child_process';
import { globSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { needs } from '../needs.ts';
import { PATIENCE, type Driver } from './smoke.ts';

const BROWSERS = '/usr/lib/*/webkit2gtk-4.*/MiniBrowser';

export interface WebKit extends Driver {
  /** Runs a function in a frame of the page, the first is 0; what goes in and comes out must be JSON. */
  evaluateIn<Arg, Result>(frame: number, action: (arg: Arg) => Result, arg?: Arg): Promise<Result>;
  /** A picture of the window as PNG. */
  screenshot(): Promise<Buffer>;
  stop(): Promise<void>;
}

/**
 * Starts a browser with one window.
 *
 * @param size of the window in CSS pixels
 */
export async function startWebKit(size = { width: 1200, height: 800 }): Promise<WebKit> {
  const { WebKitWebDriver = '', Xvfb = '' } = await needs('webkit');
  const binary = globSync(BROWSERS)[0];
  if (!binary) throw new Error(`There is no browser for WebKitWebDriver at ${BROWSERS}.`);
  const home = await mkdtemp(join(tmpdir(), 'webkit-'));
  const processes: ChildProcess[] = [];
  const stopAll = async () => {
    for (const child of processes.reverse()) await stop(child);
    await rm(home, { recursive: true, force: true });
  };
  try {
    const { display, child: screen } = await startScreen(Xvfb);
    processes.push(screen);
    const port = await freePort();
    const environment = { ...process.env, DISPLAY: display, HOME: home, XDG_RUNTIME_DIR: home };
    const driver = spawn(WebKitWebDriver, [`--port=${port}`], {
      env: { ...environment, WAYLAND_DISPLAY: '', LIBGL_ALWAYS_SOFTWARE: '1', NO_AT_BRIDGE: '1' },
      stdio: 'ignore',
      // Its browser and the browser's helpers end with it: they are one group.
      detached: true,
    });
    processes.push(driver);
    const root = `http://127.0.0.1:${port}`;
    while (
      !(await fetch(`${root}/status`).then(
        ({ ok }) => ok,
        () => false,
      ))
    ) {
      if (driver.exitCode !== null) throw new Error(`WebKitWebDriver ended with ${driver.exitCode}.`);
      await pause();
    }
    const options = { binary, args: ['--automation'] };
    const { sessionId } = (await call('POST', `${root}/session`, {
      capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } },
    })) as { sessionId: string };
    const session = `${root}/session/${sessionId}`;
    await call('POST', `${session}/window/rect`, size);
    // The first page of a session does not always get its events.
    await call('POST', `${session}/url`, { url: 'about:blank' });

    const evaluate = async <Arg, Result>(action: (arg: Arg) => Result, arg?: Arg): Promise<Result> => {
      const script = `return (${action.toString()})(...arguments)`;
      return (await call('POST', `${session}/execute/sync`, { script, args: [arg ?? null] })) as Result;
    };
    return {
      evaluateIn: async (frame, action, arg) => {
        await call('POST', `${session}/frame`, { id: frame });
        try {
          return await evaluate(action, arg);
        } finally {
          await call('POST', `${session}/frame`, { id: null });
        }
      },
      goto: async (url) => {
        await call('POST', `${session}/url`, { url });
      },
      evaluate,
      until: async (condition, arg) => {
        const end = Date.now() + PATIENCE;
        while (!(await evaluate(condition, arg))) {
          if (Date.now() > end)
            throw new Error(`It never came true of ${String(arg)}: ${condition.toString()}`);
          await pause();
        }
      },
      screenshot: async () => Buffer.from((await call('GET', `${session}/screenshot`)) as string, 'base64'),
      stop: async () => {
        await call('DELETE', session);
        await stopAll();
      },
    };
  } catch (error) {
    await stopAll();
    throw error;
  }
}

/** A display that nobody sees; the server chooses a free number itself. */
function startScreen(command: string): Promise<{ display: string; child: ChildProcess }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      detached: true,
    });
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`Xvfb ended with ${code}.`)));
    child.stdio[3]?.once('data', (number: Buffer) =>
      resolve({ display: `:${number.toString().trim()}`, child }),
    );
  });
}

/** Asks the driver; what it answers, or an Error with its words. */
async function call(method: string, url: string, body?: object): Promise<unknown> {
  const response = await fetch(url, { method, ...(body && { body: JSON.stringify(body) }) });
  const { value } = (await response.json()) as { value: unknown };
  if (!response.ok) throw new Error(`${method} ${url}: ${JSON.stringify(value)}`);
  return value;
}

/** Ends a process with all that it started. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const end = new Promise((resolve) => child.once('exit', resolve));
  process.kill(-child.pid, 'SIGTERM');
  await end;
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 50));

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
