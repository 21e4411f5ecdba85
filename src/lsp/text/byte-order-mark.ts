import {
  type DataCallback,
  Message,
  type NotificationMessage,
  type RequestMessage,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

const mark = '\uFEFF';

type Values = Readonly<Record<string, unknown>>;

/**
 * Removes the byte-order marks that some editors keep in their texts, as the first character. So that columns are
 * those of the text without it here, and of the text with it there, messages are changed on their way.
 */
class ByteOrderMarks {
  /** The addresses of the texts that have one. */
  readonly #texts = new Set<string>();
  /** The addresses of the texts that are asked about. */
  readonly #asked = new Map<RequestMessage['id'], string>();

  /** A message of the editor, as if its texts had none. */
  received(message: Message): Message {
    const { method, params } = message as NotificationMessage;
    const document = isObject(params) ? params.textDocument : undefined;
    const uri = addressOf(document);
    if (uri === undefined || !isObject(document)) return message;
    if (method === 'textDocument/didOpen') {
      const textDocument = { ...document, text: this.#withoutMark(document.text, uri) };
      return { ...message, params: { textDocument } } as Message;
    }
    if (method === 'textDocument/didChange' && isObject(params)) {
      const { contentChanges: all } = params;
      const contentChanges = Array.isArray(all) ? all.map((each) => this.#change(each, uri)) : all;
      return { ...message, params: { ...params, contentChanges } } as Message;
    }
    if (!this.#texts.has(uri)) return message;
    const { id = null } = message as RequestMessage;
    if (id !== null) this.#asked.set(id, uri);
    return this.#shift(message, uri, -1) as Message;
  }

  /** A message to the editor, with its columns. */
  sent(message: Message): Message {
    if (this.#texts.size === 0) return message;
    return this.#shift(message, this.#textOfAnswer(message), 1) as Message;
  }

  /** The address of the text that a message answers a question about. */
  #textOfAnswer(message: Message): string | undefined {
    // Requests of the server count their ids from 0, too.
    if (!Message.isResponse(message)) return undefined;
    const uri = this.#asked.get(message.id);
    this.#asked.delete(message.id);
    return uri;
  }

  /** The new first characters of a text. */
  #withoutMark(text: unknown, uri: string): unknown {
    const isMarked = typeof text === 'string' && text.startsWith(mark);
    if (isMarked) this.#texts.add(uri);
    else this.#texts.delete(uri);
    return isMarked ? text.slice(1) : text;
  }

  #change(change: Values, uri: string): Values {
    const { range, text } = change;
    const shifted = this.#texts.has(uri) ? (this.#shift(change, uri, -1) as Values) : change;
    const { start, end } = isObject(range) ? range : {};
    const isAtStart = range === undefined || (isFirst(start) && !isFirst(end));
    return isAtStart ? { ...shifted, text: this.#withoutMark(text, uri) } : shifted;
  }

  /** Moves the columns of the first line in a value of the protocol. @param uri of the text that it is about */
  #shift(value: unknown, uri: string | undefined, by: number): unknown {
    if (Array.isArray(value)) return value.map((each) => this.#shift(each, uri, by));
    if (!isObject(value)) return value;
    const { line, character } = value;
    if (typeof line === 'number' && typeof character === 'number') {
      const isMoved = line === 0 && uri !== undefined && this.#texts.has(uri);
      return isMoved ? { ...value, character: Math.max(0, character + by) } : value;
    }
    const own = addressOf(value) ?? addressOf(value.textDocument) ?? uri;
    const entries = Object.entries(value).map(([key, each]) => [
      key,
      key === 'changes' && isObject(each)
        ? Object.fromEntries(
            Object.entries(each).map(([other, edits]) => [other, this.#shift(edits, other, by)]),
          )
        : this.#shift(each, own, by),
    ]);
    return Object.fromEntries(entries);
  }
}

function isObject(value: unknown): value is Values {
  return typeof value === 'object' && value !== null;
}

function addressOf(value: unknown): string | undefined {
  return isObject(value) && typeof value.uri === 'string' ? value.uri : undefined;
}

function isFirst(place: unknown): boolean {
  return isObject(place) && place.line === 0 && place.character === 0;
}

/** The streams of messages from and to an editor, whose texts have no byte-order marks. */
export function messageStreams(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): { readonly reader: StreamMessageReader; readonly writer: StreamMessageWriter } {
  const marks = new ByteOrderMarks();
  class Reader extends StreamMessageReader {
    override listen(notify: DataCallback) {
      return super.listen((message) => notify(marks.received(message)));
    }
  }
  class Writer extends StreamMessageWriter {
    override write(message: Message): Promise<void> {
      return super.write(marks.sent(message));
    }
  }
  return { reader: new Reader(input), writer: new Writer(output) };
}
