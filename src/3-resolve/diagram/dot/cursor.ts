import type { DiagramSource } from '../source.ts';
import { type DotToken, readTokens } from './tokens.ts';

/** A syntax error, which ends parsing: what follows it cannot be judged. */
export class DotSyntaxError extends Error {}

/** A cursor over the tokens of a graph; it stops at the last one, which marks the end. */
export class DotCursor {
  readonly #source: DiagramSource;
  readonly #tokens: readonly DotToken[];
  #at = 0;

  constructor(source: DiagramSource) {
    this.#source = source;
    this.#tokens = readTokens(source);
  }

  /** The next token. */
  get token(): DotToken {
    return this.#tokens[this.#at] as DotToken;
  }

  /** The token after the next one, if any. */
  get following(): DotToken | undefined {
    return this.#tokens[this.#at + 1];
  }

  next(): DotToken {
    const { token } = this;
    if (token.kind !== 'end') this.#at++;
    return token;
  }

  /** Consumes this punctuation mark if it is next; returns whether it was. */
  take(mark: string): boolean {
    const isIt = this.token.kind === 'mark' && this.token.text === mark;
    if (isIt) this.#at++;
    return isIt;
  }

  /** The same for a keyword; in quotes, it would be a name. */
  takeWord(word: string): boolean {
    const isIt = this.token.kind === 'name' && this.token.text.toLowerCase() === word;
    if (isIt) this.#at++;
    return isIt;
  }

  /** Reads a name, a number or a string; `+` joins strings. */
  value(): DotToken {
    const first = this.next();
    if (first.kind === 'mark' || first.kind === 'end') {
      this.break(
        'a name or a text is expected here',
        'a text with such signs in it stands in quotes',
        first,
      );
    }
    let value = first;
    while (value.kind === 'text' && this.take('+')) {
      const more = this.next();
      value = {
        ...value,
        text: value.text + more.text,
        length: more.start + more.length - value.start,
      };
    }
    return value;
  }

  expect(mark: string, message: string): void {
    if (!this.take(mark)) this.break(message, `"${mark}" is missing here`);
  }

  /** @throws {DotSyntaxError} always */
  break(message: string, hint?: string, { start, length } = this.token): never {
    this.#source.fail('diagram-syntax', start, length, message, hint);
    throw new DotSyntaxError();
  }
}
