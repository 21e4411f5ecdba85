import type { EditRequest } from '../../../../dev/protocol/messages.ts';
import type { Stage } from '../editor-context.ts';
import type { Desk } from '../workspace.ts';
import type { Buffer } from './file-buffer.ts';
import { originsField, setOrigin } from './origin.ts';

/** How long to wait for more letters, in milliseconds. */
const pause = 40;
/** As much as the server takes. */
const maxLength = 1_000_000;

/** Tells the server what is being written, so that the deck shows it: the last state, and one at a time. */
export class Drafts {
  readonly #stage: Stage;
  readonly #desk: Desk;
  readonly #sent: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #number = 0;

  /** @param sent called after an attempt to send something */
  constructor(stage: Stage, desk: Desk, sent: () => void) {
    this.#stage = stage;
    this.#desk = desk;
    this.#sent = sent;
  }

  /** Something may have been written. */
  schedule(): void {
    this.#timer ??= setTimeout(() => this.#send(), pause);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  /** Messages that bring a server that knows nothing up to the state of all buffers. */
  all(): readonly EditRequest[] {
    const { token } = this.#stage.settings;
    return this.#desk.buffers.flatMap((buffer) => {
      const { file } = buffer;
      const open: EditRequest = { type: 'edit', token, of: file };
      const draft = buffer.isDirty && !isTooLong(buffer) ? [this.#draftOf(buffer)] : [];
      return [open, ...draft];
    });
  }

  #send(): void {
    this.#timer = undefined;
    const { connection } = this.#stage;
    if (!connection.isIdle) {
      this.schedule();
      return;
    }
    for (const buffer of this.#desk.buffers) {
      const [last] = buffer.state.field(originsField);
      const isKnown = last?.since.empty && (buffer.isDirty || last.id === buffer.version);
      if (isKnown || isTooLong(buffer)) continue;
      // Without a server the greeting of the next one does it.
      if (connection.isOpen) connection.send(this.#draftOf(buffer));
    }
    this.#sent();
  }

  #draftOf(buffer: Buffer): EditRequest {
    const { token } = this.#stage.settings;
    const { file, text, isDirty } = buffer;
    const id = isDirty ? `draft ${++this.#number}` : buffer.version;
    buffer.dispatch({ effects: setOrigin.of(id) });
    return { type: 'draft', token, file, id, ...(isDirty && { text }) };
  }
}

export function isTooLong({ state }: Buffer): boolean {
  return state.doc.length > maxLength;
}
