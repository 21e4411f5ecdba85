import http from 'node:http';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { planBuild } from '../../src/cli/plan.ts';
import type { Build } from '../../src/dev/deck/live-deck.ts';
import { Session, type SessionOptions } from '../../src/dev/session.ts';
import { quietSession } from '../support/session-options.ts';

export interface RunningSession {
  readonly session: Session;
  readonly url: string;
  readonly port: number;
  readonly builds: readonly Build[];
  readonly said: readonly string[];
  /** Resolves with the next build that is as asked for, or one that there was. */
  built(isWanted: (build: Build) => boolean): Promise<Build>;
}

const cookies = new Map<number, string>();
const bases = new Map<number, string>();

/** The cookie of a browser that has opened the address for editing of the session on a port. */
export function cookieOf(port: number): string {
  return cookies.get(port) ?? '';
}

/** The first part of the paths of all pages of the session on a port, for those who may edit. */
export function baseOf(port: number): string {
  return bases.get(port) ?? '';
}

/** The first part of the paths to which an address of a session leads. */
export async function baseOfAddress(url: string): Promise<string> {
  // Not by `fetch`, which keeps the connection: for a server that starts again at the same port, it would be a closed one.
  const location = await new Promise<string | undefined>((resolve, reject) => {
    const request = http.get(url, { agent: false }, (response) => {
      response.resume();
      resolve(response.headers.location);
    });
    request.on('error', reject);
  });
  return /^\/[\w-]{8}(?=\/)/.exec(location ?? '')?.[0] ?? '';
}

/** Serves the decks of a folder until the test is over. */
export async function serveFolder(
  cwd: string,
  decks: readonly string[] = [],
  more: Partial<SessionOptions> = {},
): Promise<RunningSession> {
  const builds: Build[] = [];
  const said: string[] = [];
  const waiting = new Set<() => void>();
  const session = await Session.start(planBuild(decks, {}, cwd), {
    ...quietSession(cwd),
    notify: (message) => said.push(message),
    onBuild: (build) => {
      builds.push(build);
      for (const check of waiting) check();
    },
    ...more,
  });
  onTestFinished(() => session.close());
  const { port, searchParams } = new URL(session.url);
  cookies.set(Number(port), `lectern-${port}=${searchParams.get('token')}`);
  bases.set(Number(port), await baseOfAddress(session.url));
  const built = (isWanted: (build: Build) => boolean): Promise<Build> =>
    new Promise((resolve) => {
      const check = (): void => {
        const found = builds.find(isWanted);
        if (!found) return;
        waiting.delete(check);
        resolve(found);
      };
      waiting.add(check);
      check();
    });
  return {
    session,
    url: session.url,
    port: Number(port),
    builds,
    said,
    built,
  };
}

/** Resolves once a deck has been built without problems. */
export async function serveDeck(cwd: string, deck: string, more: Partial<SessionOptions> = {}) {
  const running = await serveFolder(cwd, [deck], more);
  await running.built((build) => build.deck.job.deck === path.join(cwd, deck));
  return running;
}
