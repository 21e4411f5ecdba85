import type { WebSocket } from 'ws';
import type {
  ControlMessage,
  PresenterReport,
  RemoteCommand,
  RemoteMessage,
  ServerMessage,
} from '../protocol/messages.ts';
import { RateLimiter } from '../protocol/rate-limiter.ts';
import { sendToAll } from '../protocol/send.ts';

/** Milliseconds between heartbeats. */
const heartbeatInterval = 1000;
/** A command is dropped if it is older than this number of heartbeats. */
const maxDelay = 2;
/** A page is disconnected after this number of heartbeats without a response. */
const maxSilence = 5;

interface PresenterWindow {
  readonly deck: string;
  readonly report: PresenterReport;
  /** When it was received, by the monotonic clock. */
  readonly receivedAt: number;
}

/**
 * The pages that present decks, and the remotes that control them. Each remote receives the state of
 * its deck's presenter window; its commands are passed on to that window. If several pages present
 * the same deck, remotes control the one that was opened, focused or advanced by hand last.
 */
export class PresenterWindows {
  readonly #isToken: (text: string, deck: string) => boolean;
  readonly #windows = new Map<WebSocket, PresenterWindow>();
  /** The deck of each remote. */
  readonly #remotes = new Map<WebSocket, string>();
  readonly #rateLimiters = new Map<WebSocket, RateLimiter>();
  /** The heartbeat at which a page last responded. */
  readonly #lastHeard = new Map<WebSocket, number>();
  #heartbeat = 0;
  #timer: NodeJS.Timeout | undefined;

  /** @param isToken whether a text is a token of this server that is good for a deck */
  constructor(isToken: (text: string, deck: string) => boolean) {
    this.#isToken = isToken;
  }

  /** @returns whether the message was accepted */
  receive(page: WebSocket, deck: string, message: ControlMessage): boolean {
    this.#register(page);
    if (!this.#rateLimiters.get(page)?.tryTake()) return false;
    // A page of an earlier run of the server has an old token.
    if (!this.#isToken(message.token, deck)) send(page, { type: 'reload' });
    else if (message.type === 'presenter') this.#report(page, deck, message);
    else if (message.type === 'remote') this.#join(page, deck);
    else return this.#control(page, message);
    return true;
  }

  close(): void {
    clearInterval(this.#timer);
  }

  #register(page: WebSocket): void {
    this.#lastHeard.set(page, this.#heartbeat);
    if (this.#rateLimiters.has(page)) return;
    this.#rateLimiters.set(page, new RateLimiter());
    page.on('pong', () => this.#lastHeard.set(page, this.#heartbeat));
    page.on('close', () => this.#leave(page));
  }

  #report(page: WebSocket, deck: string, report: PresenterReport): void {
    // A window whose clock is ahead must not win forever.
    const usedAt = Math.min(report.usedAt, Date.now());
    this.#windows.set(page, { deck, report: { ...report, usedAt }, receivedAt: performance.now() });
    this.#notifyRemotes(deck);
  }

  #join(page: WebSocket, deck: string): void {
    this.#remotes.set(page, deck);
    send(page, { type: 'heartbeat', heartbeat: this.#heartbeat });
    send(page, this.#presentationOf(deck));
    this.#timer ??= setInterval(() => this.#sendHeartbeat(), heartbeatInterval).unref();
  }

  #control(page: WebSocket, { heartbeat, action }: RemoteCommand): boolean {
    const deck = this.#remotes.get(page);
    if (deck === undefined || heartbeat > this.#heartbeat) return false;
    const [window] = this.#controlled(deck) ?? [];
    if (this.#heartbeat - heartbeat > maxDelay) send(page, { type: 'late' });
    else if (window) send(window, { type: 'action', action });
    else send(page, this.#presentationOf(deck));
    return true;
  }

  #leave(page: WebSocket): void {
    const deck = this.#windows.get(page)?.deck;
    for (const map of [this.#windows, this.#remotes, this.#rateLimiters, this.#lastHeard])
      map.delete(page);
    if (deck !== undefined) this.#notifyRemotes(deck);
    if (this.#remotes.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #sendHeartbeat(): void {
    this.#heartbeat += 1;
    for (const page of [...this.#windows.keys(), ...this.#remotes.keys()]) {
      if (this.#heartbeat - (this.#lastHeard.get(page) ?? 0) > maxSilence) page.terminate();
      else page.ping();
    }
    sendToAll(this.#remotes.keys(), { type: 'heartbeat', heartbeat: this.#heartbeat });
  }

  #notifyRemotes(deck: string): void {
    const remotes = [...this.#remotes].flatMap(([page, shown]) => (shown === deck ? [page] : []));
    sendToAll(remotes, this.#presentationOf(deck));
  }

  #presentationOf(deck: string): RemoteMessage {
    const presenters = this.#presenting(deck).length;
    const [, window] = this.#controlled(deck) ?? [];
    const age = window ? Math.round(performance.now() - window.receivedAt) : 0;
    const { state } = window?.report ?? {};
    return { type: 'presentation', presenters, age, ...(state && { state }) };
  }

  #controlled(deck: string): readonly [WebSocket, PresenterWindow] | undefined {
    const byUse = (a: PresenterWindow, b: PresenterWindow): number =>
      b.report.usedAt - a.report.usedAt;
    return this.#presenting(deck).sort(([, a], [, b]) => byUse(a, b))[0];
  }

  #presenting(deck: string): [WebSocket, PresenterWindow][] {
    return [...this.#windows].filter(([, window]) => window.deck === deck && window.report.state);
  }
}

function send(page: WebSocket, message: ServerMessage): void {
  sendToAll([page], message);
}
