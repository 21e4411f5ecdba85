import { setTimeout as sleep } from 'node:timers/promises';
import { explainFailure, explainStatus, type Failure } from '../../base/web/failure.ts';
import {
  isPermanentRedirect,
  isRedirect,
  isWebPort,
  maxRedirects,
  redirectTarget,
} from '../../base/web/redirect.ts';
import { type Answer, request } from '../../base/web/request.ts';
import { isBusy, pauseAfter } from '../../base/web/retry.ts';
import { Turns } from '../../base/web/turns.ts';

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

/** A deck must not make this machine send any number of requests, of which redirects and second attempts are some. */
const maxAddresses = 2000;
const maxRequests = 6000;

/** Servers that never answer must not hold up a run for hours, in milliseconds. */
const longestRun = 10 * 60_000;

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
      if (!isRedirect(answer)) return stateOf(answer.status, moved);
      const next = redirectTarget(answer, url);
      if (!next) return { kind: 'dead', reason: 'it redirects to nowhere' };
      url = next;
      isMoving &&= isPermanentRedirect(answer);
      if (isMoving) moved = next.href;
    }
    return { kind: 'dead', reason: 'it redirects without end' };
  }

  /** Asks for the head; for the whole where a server refuses that, and once more after an error that may pass. */
  async #ask(url: URL): Promise<Answer | Failure> {
    const first = await this.#try('HEAD', url);
    const pause = pauseAfter(first, this.#options.pause);
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
}

function stateOf(status: number, moved: string | undefined): LinkState {
  if (status >= 400) return explainStatus(status);
  return moved === undefined ? { kind: 'alive' } : { kind: 'moved', to: moved };
}
