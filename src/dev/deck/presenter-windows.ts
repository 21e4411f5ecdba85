import type { WebSocket } from 'ws';
import type {
  LeadMessage,
  RemoteMessage,
  RemotePress,
  ServerMessage,
  StageReport,
} from '../protocol/messages.ts';
import { Budget } from '../protocol/rate-limiter.ts';

/** From beat to beat, in milliseconds. */
const beatTime = 1000;
/** So many beats after the one that it names, a press is left out. */
const maxDelay = 2;
/** So many beats after its last sign of life, a page is given up. */
const maxSilence = 5;

interface Stage {
  readonly deck: string;
  readonly report: StageReport;
  /** When it came, by the clock that is never set. */
  readonly at: number;
}

/**
 * The pages in which decks are presented, and the remotes that lead them: each remote is told what its
 * deck's stage shows, and what is pressed on it is passed on to that stage. Where several pages
 * present the same deck, the one that was opened, focused or led on by hand last is the stage.
 */
export class Stages {
  readonly #isToken: (text: string) => boolean;
  readonly #stages = new Map<WebSocket, Stage>();
  /** The deck of each. */
  readonly #remotes = new Map<WebSocket, string>();
  readonly #budgets = new Map<WebSocket, Budget>();
  /** The beat at which a page was last heard. */
  readonly #heard = new Map<WebSocket, number>();
  #beat = 0;
  #timer: NodeJS.Timeout | undefined;

  /** @param isToken whether a text is a secret of this server */
  constructor(isToken: (text: string) => boolean) {
    this.#isToken = isToken;
  }

  /** @returns whether the message can be meant */
  receive(page: WebSocket, deck: string, message: LeadMessage): boolean {
    this.#know(page);
    if (!this.#budgets.get(page)?.spend()) return false;
    // A page of a server that has been started again since holds an old one.
    if (!this.#isToken(message.token)) send(page, { type: 'reload' });
    else if (message.type === 'stage') this.#report(page, deck, message);
    else if (message.type === 'remote') this.#join(page, deck);
    else return this.#press(page, message);
    return true;
  }

  close(): void {
    clearInterval(this.#timer);
  }

  #know(page: WebSocket): void {
    this.#heard.set(page, this.#beat);
    if (this.#budgets.has(page)) return;
    this.#budgets.set(page, new Budget());
    page.on('pong', () => this.#heard.set(page, this.#beat));
    page.on('close', () => this.#leave(page));
  }

  #report(page: WebSocket, deck: string, report: StageReport): void {
    // A clock that is ahead of ours does not win for ever.
    const used = Math.min(report.used, Date.now());
    this.#stages.set(page, { deck, report: { ...report, used }, at: performance.now() });
    this.#tell(deck);
  }

  #join(page: WebSocket, deck: string): void {
    this.#remotes.set(page, deck);
    send(page, { type: 'beat', beat: this.#beat });
    send(page, this.#sceneOf(deck));
    this.#timer ??= setInterval(() => this.#strike(), beatTime).unref();
  }

  #press(page: WebSocket, { beat, act }: RemotePress): boolean {
    const deck = this.#remotes.get(page);
    if (deck === undefined || beat > this.#beat) return false;
    const [stage] = this.#leader(deck) ?? [];
    if (this.#beat - beat > maxDelay) send(page, { type: 'late' });
    else if (stage) send(stage, { type: 'act', act });
    else send(page, this.#sceneOf(deck));
    return true;
  }

  #leave(page: WebSocket): void {
    const deck = this.#stages.get(page)?.deck;
    for (const map of [this.#stages, this.#remotes, this.#budgets, this.#heard]) map.delete(page);
    if (deck !== undefined) this.#tell(deck);
    if (this.#remotes.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #strike(): void {
    this.#beat += 1;
    for (const page of [...this.#stages.keys(), ...this.#remotes.keys()]) {
      if (this.#beat - (this.#heard.get(page) ?? 0) > maxSilence) page.terminate();
      else page.ping();
    }
    for (const page of this.#remotes.keys()) send(page, { type: 'beat', beat: this.#beat });
  }

  #tell(deck: string): void {
    const scene = this.#sceneOf(deck);
    for (const [page, shown] of this.#remotes) if (shown === deck) send(page, scene);
  }

  #sceneOf(deck: string): RemoteMessage {
    const stages = this.#presenting(deck).length;
    const [, leader] = this.#leader(deck) ?? [];
    const age = leader ? Math.round(performance.now() - leader.at) : 0;
    const { state } = leader?.report ?? {};
    return { type: 'scene', stages, age, ...(state && { state }) };
  }

  #leader(deck: string): readonly [WebSocket, Stage] | undefined {
    const last = (a: Stage, b: Stage): number => b.report.used - a.report.used;
    return this.#presenting(deck).sort(([, a], [, b]) => last(a, b))[0];
  }

  #presenting(deck: string): [WebSocket, Stage][] {
    return [...this.#stages].filter(([, stage]) => stage.deck === deck && stage.report.state);
  }
}

function send(page: WebSocket, message: ServerMessage): void {
  page.send(JSON.stringify(message));
}
