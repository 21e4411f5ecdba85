import type {
  PageMessage,
  RemoteAction,
  RemoteMessage,
  ServerMessage,
} from '../../../dev/protocol/messages.ts';
import { Connection } from '../connection.ts';
import { isRefused } from '../deck-page.ts';

/**
 * Milliseconds without messages after which the connection counts as lost; shorter when the page
 * becomes visible.
 */
const [timeout, timeoutOnReturn] = [3000, 1500];
/** Milliseconds between checks. */
const checkInterval = 500;

/** The state of the connection; `refused`: the server rejects this page's token. */
export type ConnectionState = 'open' | 'lost' | 'refused';

interface RemoteConnectionOptions {
  readonly token: string;
  /** The path of the WebSocket. */
  readonly path: string;
  readonly hello: () => PageMessage;
  /** Called with messages to remotes. */
  readonly onRemoteMessage: (message: RemoteMessage) => void;
  /** Called with messages to all pages of a deck. */
  readonly onDeckMessage: (message: ServerMessage) => void;
  readonly onStateChange: (state: ConnectionState) => void;
}

/**
 * A remote's connection to the server. It reconnects after the phone was asleep, the network was down,
 * or the server was restarted. Commands are not queued meanwhile.
 */
export class RemoteConnection {
  readonly #options: RemoteConnectionOptions;
  readonly #connection: Connection;
  #state: ConnectionState = 'lost';
  #lastHeard = performance.now();
  #heartbeat: number | undefined;

  constructor(options: RemoteConnectionOptions) {
    this.#options = options;
    const { token, path, hello } = options;
    this.#connection = new Connection(
      path,
      () => [hello(), { type: 'remote', token }],
      (message) => this.#receive(message),
      () => this.#lose(),
    );
    setInterval(() => this.#check(timeout), checkInterval);
    const check = (): void => {
      if (!document.hidden) this.#check(timeoutOnReturn);
    };
    document.addEventListener('visibilitychange', check);
    for (const event of ['online', 'pageshow', 'focus']) addEventListener(event, check);
  }

  /** @returns whether it was sent */
  send(action: RemoteAction): boolean {
    // A sleeping phone suspends the timers that check the connection.
    this.#check(timeout);
    const [heartbeat, { token }] = [this.#heartbeat, this.#options];
    return (
      heartbeat !== undefined &&
      this.#connection.send({ type: 'control', token, heartbeat, action })
    );
  }

  #receive(message: ServerMessage): void {
    this.#lastHeard = performance.now();
    if (message.type === 'heartbeat') {
      this.#heartbeat = message.heartbeat;
      this.#set('open');
    } else if (message.type === 'presentation' || message.type === 'late')
      this.#options.onRemoteMessage(message);
    else this.#options.onDeckMessage(message);
  }

  #check(limit: number): void {
    if (performance.now() - this.#lastHeard < limit) return;
    this.#lastHeard = performance.now();
    this.#lose();
    this.#connection.renew();
  }

  #lose(): void {
    this.#heartbeat = undefined;
    this.#set(this.#state === 'refused' ? 'refused' : 'lost');
    void isRefused().then((refused) => {
      if (this.#heartbeat === undefined && refused !== undefined)
        this.#set(refused ? 'refused' : 'lost');
    });
  }

  #set(state: ConnectionState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#options.onStateChange(state);
  }
}
