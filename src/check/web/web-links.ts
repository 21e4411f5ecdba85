import { STATUS_CODES } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { explainFailure, type Failure } from './failure.ts';
import { type Answer, request } from './request.ts';
import { Turns } from './turns.ts';

interface WebLinkOptions {
  /** Whether servers in private networks may be asked. */
  readonly allowsPrivate: boolean;
  /** Milliseconds until an answer must be there. */
  readonly timeout?: number;
  /** Milliseconds before a second attempt, unless the server says when. */
  readonly pause?: number;
  /** Milliseconds after which no further request is sent. */
  readonly longest?: number;
  /** The count of requests. */
  readonly most?: number;
}

/** What is known about an address. */
export type LinkState =
  | { readonly kind: 'alive' }
  /** The server says that its address has changed for good. */
  | { readonly kind: 'moved'; readonly to: string }
  /** @see Failure */
  | Failure;

const maxRedirects = 10;

/** A deck must not make this machine send any number of requests, of which redirects and second attempts are some. */
const maxAddresses = 2000;
const maxRequests = 6000;

/** Servers that never answer must not hold up a run for hours, in milliseconds. */
const longestRun = 10 * 60_000;

/** The longest that a server may let us wait for a second attempt, in milliseconds. */
const longestPause = 10_000;

const permanent: readonly number[] = [301, 308];
const temporary: readonly number[] = [302, 303, 307];

/** Checks addresses on the web, each once in a run. */
export class WebLinks {
  readonly #options: Required<WebLinkOptions>;
  readonly #states = new Map<string, Promise<LinkState>>();
  readonly #turns = new Turns(8, 2);
  #requests = 0;
  /** When the first address was checked. */
  #start: number | undefined;

  constructor(options: WebLinkOptions) {
    this.#options = {
      timeout: 10_000,
      pause: 1000,
      longest: longestRun,
      most: maxRequests,
      ...options,
    };
  }

  /** @param address http or https */
  check(address: string): Promise<LinkState> {
    const url = new URL(address);
    url.hash = '';
    // Names and passwords in an address are for people.
    url.username = '';
    url.password = '';
    const known = this.#states.get(url.href);
    if (known) return known;
    if (this.#states.size >= maxAddresses) {
      const reason = `only ${maxAddresses} addresses are checked in a run`;
      return Promise.resolve({ kind: 'unknown', reason });
    }
    const state = this.#follow(url);
    this.#states.set(url.href, state);
    return state;
  }

  async #follow(start: URL): Promise<LinkState> {
    let url = start;
    let moved: string | undefined;
    let isMoving = true;
    const visited = new Set<string>();
    while (visited.size <= maxRedirects && !visited.has(url.href)) {
      visited.add(url.href);
      if (!isWebPort(url))
        return { kind: 'unknown', reason: `port ${url.port} is not for the web` };
      const answer = await this.#ask(url);
      if ('kind' in answer) return answer;
      const { status, location } = answer;
      const isPermanent = permanent.includes(status);
      if (!isPermanent && !temporary.includes(status)) return stateOf(status, moved);
      const next = location === undefined ? undefined : parseTarget(location, url);
      if (!next) return { kind: 'dead', reason: 'it redirects to nowhere' };
      url = next;
      isMoving &&= isPermanent;
      if (isMoving) moved = next.href;
    }
    return { kind: 'dead', reason: 'it redirects without end' };
  }

  /** Asks for the head; for the whole where a server refuses that, and once more after an error that may pass. */
  async #ask(url: URL): Promise<Answer | Failure> {
    const first = await this.#try('HEAD', url);
    const pause = this.#pauseAfter(first);
    if (pause !== undefined) await sleep(pause);
    else if ('status' in first ? first.status < 400 : !first.mayPass) return first;
    else if ('status' in first && isBusy(first)) return first;
    return this.#try('GET', url);
  }

  #try(method: 'HEAD' | 'GET', url: URL): Promise<Answer | Failure> {
    return this.#turns.take(url.host, async () => {
      const reason = this.#reasonToEnd();
      if (reason !== undefined) return { kind: 'unknown', reason };
      this.#requests++;
      return request(method, url, this.#options).catch((error: unknown) =>
        explainFailure(error, url),
      );
    });
  }

  /** Why no further request is sent in this run. */
  #reasonToEnd(): string | undefined {
    const { longest, most } = this.#options;
    if (this.#requests >= most) return `only ${most} requests are sent in a run`;
    this.#start ??= performance.now();
    if (performance.now() - this.#start <= longest) return undefined;
    return `links are checked for ${Math.round(longest / 60_000)} minutes in a run`;
  }

  /** How long to wait for a second attempt; `undefined` if there is nothing to wait for. */
  #pauseAfter(answer: Answer | Failure): number | undefined {
    if (!('status' in answer)) return answer.mayPass ? this.#options.pause : undefined;
    if (!isBusy(answer)) return undefined;
    const pause = secondsOf(answer.retryAfter);
    if (pause === undefined) return this.#options.pause;
    return pause <= longestPause ? pause : undefined;
  }
}

function isBusy({ status }: Answer): boolean {
  return status === 429 || status === 503;
}

/** @returns milliseconds @param value seconds or a date */
function secondsOf(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const time = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isNaN(time) ? undefined : Math.max(0, time);
}

function parseTarget(location: string, from: URL): URL | undefined {
  if (!URL.canParse(location, from)) return undefined;
  const url = new URL(location, from);
  url.hash = '';
  return /^https?:$/.test(url.protocol) ? url : undefined;
}

/** A deck must not make this machine talk to other services than the web. */
function isWebPort({ port }: URL): boolean {
  return port === '' || Number(port) === 80 || Number(port) === 443 || Number(port) >= 1024;
}

function stateOf(status: number, moved: string | undefined): LinkState {
  if (status < 400) return moved === undefined ? { kind: 'alive' } : { kind: 'moved', to: moved };
  const name = STATUS_CODES[status];
  const reason = `the server answers ${status}${name === undefined ? '' : ` (${name})`}`;
  return { kind: status === 404 || status === 410 ? 'dead' : 'unknown', reason };
}
