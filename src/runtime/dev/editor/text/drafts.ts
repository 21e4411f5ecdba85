import type { EditRequest } from '../../../../dev/protocol/messages.ts';
import type { EditorContext } from '../editor-context.ts';
import type { Workspace } from '../workspace.ts';
import type { FileBuffer } from './file-buffer.ts';
import { originsField, setOrigin } from './origin.ts';

/** Milliseconds to wait for more typing. */
const sendDelay = 40;
/** The maximum length that the server accepts. */
const maxLength = 1_000_000;

/**
 * Sends the edited texts to the server as drafts, so that the deck shows them: only the latest
 * state.
 */
export class Drafts {
  readonly #context: EditorContext;
  readonly #workspace: Workspace;
  readonly #onSend: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #number = 0;

  /** @param onSend called after an attempt to send something */
  constructor(context: EditorContext, workspace: Workspace, onSend: () => void) {
    this.#context = context;
    this.#workspace = workspace;
    this.#onSend = onSend;
  }

  /** Schedules sending after a possible change. */
  schedule(): void {
    this.#timer ??= setTimeout(() => this.#send(), sendDelay);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  /** The messages that send the state of all buffers to a newly connected server. */
  all(): readonly EditRequest[] {
    const { token } = this.#context.settings;
    return this.#workspace.buffers.flatMap((buffer) => {
      const { file } = buffer;
      const open: EditRequest = { type: 'edit', token, of: file };
      const draft = buffer.isDirty && !isTooLong(buffer) ? [this.#draftOf(buffer)] : [];
      return [open, ...draft];
    });
  }

  #send(): void {
    this.#timer = undefined;
    const { connection } = this.#context;
    if (!connection.isIdle) {
      this.schedule();
      return;
    }
    for (const buffer of this.#workspace.buffers) {
      const [last] = buffer.state.field(originsField);
      const isKnown = last?.since.empty && (buffer.isDirty || last.id === buffer.version);
      if (isKnown || isTooLong(buffer)) continue;
      // Otherwise it is sent when the server is connected.
      if (connection.isOpen) connection.send(this.#draftOf(buffer));
    }
    this.#onSend();
  }

  #draftOf(buffer: FileBuffer): EditRequest {
    const { token } = this.#context.settings;
    const { file, text, isDirty } = buffer;
    const id = isDirty ? `draft ${++this.#number}` : buffer.version;
    buffer.dispatch({ effects: setOrigin.of(id) });
    return { type: 'draft', token, file, id, ...(isDirty && { text }) };
  }
}

export function isTooLong({ state }: FileBuffer): boolean {
  return state.doc.length > maxLength;
}
