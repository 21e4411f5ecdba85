import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** A port that nobody uses at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}

/** Tries for half a minute: a server needs its time to start. */
export async function untilItWorks(task: () => Promise<unknown>): Promise<void> {
  for (const end = Date.now() + 30_000; ; ) {
    try {
      await task();
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      await wait(100);
    }
  }
}

/** A server that runs until it is closed. */
export interface Running {
  /** The first address that it prints, which may contain a secret; never, if it prints none. */
  readonly address: Promise<string>;
  readonly close: () => void;
}

/** Starts a program that serves on the given port. */
export function startProgram(
  [program = '', ...args]: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
): Running {
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return { address: printedAddress(child), close: () => child.kill() };
}

/** The first address that a server prints, which may contain a secret. */
export function printedAddress({ stdout }: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    let printed = '';
    stdout?.on('data', (data) => {
      printed += data;
      const [address] = /http:\S+(?=\s)/.exec(printed) ?? [];
      if (address !== undefined) resolve(address);
    });
  });
}
