import { WebSocket } from 'ws';
import type { LiveDeck } from '../deck/live-deck.ts';
import { isControlMessage, readControlMessage } from './control-messages.ts';
import { readEditRequest } from './edit-request.ts';
import { readFindings } from './findings-message.ts';
import type {
  ControlMessage,
  EditRequest,
  FindingsMessage,
  Hello,
  OpenEditor,
  PageMessage,
  ServerMessage,
} from './messages.ts';
import { sendToAll } from './send.ts';

/** Handles what pages send. */
interface LivePagesOptions {
  readonly findDeck: (name: string) => LiveDeck | undefined;
  /** The message with the list of all decks. */
  readonly decksMessage: () => ServerMessage;
  /** Called for each message after the first, which sets the deck. */
  readonly onMessage: (
    deck: LiveDeck,
    message: OpenEditor | EditRequest | FindingsMessage,
    page: WebSocket,
  ) => void;
  /** Called for messages of presenter windows and remotes. @returns whether the message is valid */
  readonly onControl: (deck: LiveDeck, message: ControlMessage, page: WebSocket) => boolean;
  /** Called when a page was closed. */
  readonly onLeave: (page: WebSocket) => void;
}

/** The open pages, and the deck that each shows. */
export class LivePages {
  readonly #options: LivePagesOptions;
  readonly #decks = new Map<WebSocket, string>();
  /** The pages that run the scripts of a deck. */
  readonly #withScripts = new Map<WebSocket, string>();

  constructor(options: LivePagesOptions) {
    this.#options = options;
  }

  /**
   * Listens to a page. An invalid message ends the connection.
   *
   * @param deck the deck whose scripts the page runs: it may only show and present this deck
   */
  join(page: WebSocket, deck?: string): void {
    if (deck !== undefined) this.#withScripts.set(page, deck);
    page.on('close', () => {
      this.#decks.delete(page);
      this.#withScripts.delete(page);
      this.#options.onLeave(page);
    });
    page.on('message', (data, isBinary) => {
      // What has arrived after an invalid message is not read.
      if (page.readyState !== WebSocket.OPEN) return;
      const message = isBinary ? undefined : readMessage(String(data));
      if (!message || !this.#receive(page, message)) page.close(1008);
    });
  }

  /** @param name the name of the deck; empty for the pages that list all decks */
  send(name: string, message: ServerMessage): void {
    const pages = [...this.#decks].flatMap(([page, deck]) => (deck === name ? [page] : []));
    sendToAll(pages, message);
  }

  /** @returns whether the message is valid */
  #receive(page: WebSocket, message: PageMessage): boolean {
    if (!this.#isAllowed(page, message)) return false;
    if (message.type === 'hello') return this.#greet(page, message);
    const deck = this.#options.findDeck(this.#decks.get(page) ?? '');
    if (!deck) return false;
    if (isControlMessage(message)) return this.#options.onControl(deck, message, page);
    this.#options.onMessage(deck, message, page);
    return true;
  }

  #isAllowed(page: WebSocket, message: PageMessage): boolean {
    const deck = this.#withScripts.get(page);
    if (deck === undefined || message.type === 'presenter') return true;
    return message.type === 'hello' && message.deck === deck;
  }

  /** Sends a page what it missed while it was disconnected. */
  #greet(page: WebSocket, { deck: name, version }: Hello): boolean {
    const deck = this.#options.findDeck(name);
    if (this.#decks.has(page) || (!deck && name !== '')) return false;
    this.#decks.set(page, name);
    if (!deck) {
      page.send(JSON.stringify(this.#options.decksMessage()));
      return true;
    }
    const isOutdated = deck.shown !== undefined && deck.shown.version !== version;
    const message: ServerMessage = isOutdated ? { type: 'reload' } : deck.diagnosticsMessage;
    page.send(JSON.stringify(message));
    return true;
  }
}

/** Parses and validates a message; `undefined` if it is invalid. */
function readMessage(text: string): PageMessage | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { type, deck, version, token, slide, text: elementText } = value as Record<string, unknown>;
  if (type === 'hello' && typeof deck === 'string' && typeof version === 'string') {
    return { type, deck, version };
  }
  if (
    type === 'open' &&
    typeof token === 'string' &&
    Number.isSafeInteger(slide) &&
    typeof elementText === 'string'
  ) {
    return { type, token, slide: slide as number, text: elementText };
  }
  const values = value as Record<string, unknown>;
  return readEditRequest(values) ?? readFindings(values) ?? readControlMessage(values);
}
