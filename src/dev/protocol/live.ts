import type { WebSocket } from 'ws';
import type { LiveDeck } from '../deck/live-deck.ts';
import { isControlMessage, readControlMessage } from './control-messages.ts';
import { readEditRequest } from './edit-request.ts';
import type {
  ControlMessage,
  EditRequest,
  Hello,
  OpenEditor,
  PageMessage,
  ServerMessage,
} from './messages.ts';

/** What pages ask for beside the deck that they show. */
interface Requests {
  readonly findDeck: (name: string) => LiveDeck | undefined;
  /** Called for each message but the first, whose deck it is about. */
  readonly onMessage: (deck: LiveDeck, message: OpenEditor | EditRequest, page: WebSocket) => void;
  /** Called for what stages and remotes say. @returns whether it can be meant */
  readonly onControl: (deck: LiveDeck, message: ControlMessage, page: WebSocket) => boolean;
  /** Called when a page is gone. */
  readonly onLeave: (page: WebSocket) => void;
}

/** The pages that are open, and which deck each shows. */
export class LivePages {
  readonly #requests: Requests;
  readonly #decks = new Map<WebSocket, string>();

  constructor(requests: Requests) {
    this.#requests = requests;
  }

  /** Listens to a page. What is no message of a page of ours ends the connection. */
  join(page: WebSocket): void {
    page.on('close', () => {
      this.#decks.delete(page);
      this.#requests.onLeave(page);
    });
    page.on('message', (data, isBinary) => {
      const message = isBinary ? undefined : readMessage(String(data));
      if (!message || !this.#receive(page, message)) page.close(1008);
    });
  }

  /** @param name of the deck, or nothing for the pages that list all decks */
  send(name: string, message: ServerMessage): void {
    const text = JSON.stringify(message);
    for (const [page, deck] of this.#decks) if (deck === name) page.send(text);
  }

  /** @returns whether the message can be meant */
  #receive(page: WebSocket, message: PageMessage): boolean {
    if (message.type === 'hello') return this.#greet(page, message);
    const deck = this.#requests.findDeck(this.#decks.get(page) ?? '');
    if (!deck) return false;
    if (isControlMessage(message)) return this.#requests.onControl(deck, message, page);
    this.#requests.onMessage(deck, message, page);
    return true;
  }

  /** A page that was away may have missed something. */
  #greet(page: WebSocket, { deck: name, version }: Hello): boolean {
    const deck = this.#requests.findDeck(name);
    if (!deck && name !== '') return false;
    this.#decks.set(page, name);
    if (!deck) return true;
    const isBehind = deck.good !== undefined && deck.good.version !== version;
    const message: ServerMessage = isBehind
      ? { type: 'reload' }
      : { type: 'diagnostics', diagnostics: deck.diagnostics };
    page.send(JSON.stringify(message));
    return true;
  }
}

function readMessage(text: string): PageMessage | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { type, deck, version, token, slide, text: said } = value as Record<string, unknown>;
  if (type === 'hello' && typeof deck === 'string' && typeof version === 'string') {
    return { type, deck, version };
  }
  if (
    type === 'open' &&
    typeof token === 'string' &&
    Number.isSafeInteger(slide) &&
    typeof said === 'string'
  ) {
    return { type, token, slide: slide as number, text: said };
  }
  const values = value as Record<string, unknown>;
  return readEditRequest(values) ?? readControlMessage(values);
}
