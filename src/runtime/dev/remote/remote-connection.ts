import type {
  PageMessage,
  RemoteAction,
  RemoteMessage,
  ServerMessage,
} from '../../../dev/protocol/messages.ts';
import { Connection } from '../connection.ts';

/** How long the server may be silent before it counts as lost, and once somebody is back, in milliseconds. */
const [patience, patienceOnReturn] = [3000, 1500];
/** How often that is looked at. */
const beat = 500;

/** Whether the server hears what is pressed; `refused`: it no longer takes this page's secret. */
export type LinkState = 'open' | 'lost' | 'refused';

export interface LinkOptions {
  readonly token: string;
  readonly hello: () => PageMessage;
  /** Called with what only remotes are told. */
  readonly tell: (message: RemoteMessage) => void;
  /** Called with what all pages of a deck are told. */
  readonly change: (message: ServerMessage) => void;
  readonly stateChanged: (state: LinkState) => void;
}

/**
 * A remote's connection to the server. It comes back by itself: after a phone has slept, after the
 * network was gone, after the server was. What is pressed meanwhile is not kept for later.
 */
export class Link {
  readonly #options: LinkOptions;
  readonly #connection: Connection;
  #state: LinkState = 'lost';
  #heard = performance.now();
  #beat: number | undefined;

  constructor(options: LinkOptions) {
    this.#options = options;
    const { token, hello } = options;
    this.#connection = new Connection(
      () => [hello(), { type: 'remote', token }],
      (message) => this.#receive(message),
      () => this.#lose(),
    );
    setInterval(() => this.#look(patience), beat);
    const look = (): void => {
      if (!document.hidden) this.#look(patienceOnReturn);
    };
    document.addEventListener('visibilitychange', look);
    for (const event of ['online', 'pageshow', 'focus']) addEventListener(event, look);
  }

  /** @returns whether the server can have heard it */
  press(action: RemoteAction): boolean {
    // Phones may have slept since anything was heard, and their timers with them.
    this.#look(patience);
    const [heartbeat, { token }] = [this.#beat, this.#options];
    return (
      heartbeat !== undefined &&
      this.#connection.send({ type: 'control', token, heartbeat, action })
    );
  }

  #receive(message: ServerMessage): void {
    this.#heard = performance.now();
    if (message.type === 'heartbeat') {
      this.#beat = message.heartbeat;
      this.#set('open');
    } else if (message.type === 'presentation' || message.type === 'late')
      this.#options.tell(message);
    else this.#options.change(message);
  }

  #look(limit: number): void {
    if (performance.now() - this.#heard < limit) return;
    this.#heard = performance.now();
    this.#lose();
    this.#connection.renew();
  }

  #lose(): void {
    this.#beat = undefined;
    this.#set(this.#state === 'refused' ? 'refused' : 'lost');
    void isRefused().then((refused) => {
      if (this.#beat === undefined && refused !== undefined)
        this.#set(refused ? 'refused' : 'lost');
    });
  }

  #set(state: LinkState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#options.stateChanged(state);
  }
}

/** Asks a server for this page; `undefined` where none is there. */
async function isRefused(): Promise<boolean | undefined> {
  try {
    const { status } = await fetch(location.pathname, { method: 'HEAD', cache: 'no-store' });
    return status === 401;
  } catch {
    return undefined;
  }
}
