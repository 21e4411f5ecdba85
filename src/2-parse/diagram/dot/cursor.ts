import type { DiagramSource } from '../source.ts';
import { type DotToken, readTokens } from './tokens.ts';

/** Ends the reading of a graph that is broken: what stands behind the first fault cannot be judged. */
export class DotSyntaxError extends Error {}

/** Goes through the tokens of a graph, and stays at the last one, which is their end. */
export class DotCursor {
  readonly #source: DiagramSource;
  readonly #tokens: readonly DotToken[];
  #at = 0;

  constructor(source: DiagramSource) {
    this.#source = source;
    this.#tokens = readTokens(source);
  }

  /** What is read next. */
  get token(): DotToken {
    return this.#tokens[this.#at] as DotToken;
  }

  /** What stands behind `token`, if anything does. */
  get following(): DotToken | undefined {
    return this.#tokens[this.#at + 1];
  }

  next(): DotToken {
    const { token } = this;
    if (token.kind !== 'end') this.#at++;
    return token;
  }

  /** Goes on if this mark is next, and says whether it was. */
  take(mark: string): boolean {
    const isIt = this.token.kind === 'mark' && this.token.text === mark;
    if (isIt) this.#at++;
    return isIt;
  }

  /** The same with a word of the language: in quotes it would be a name. */
  takeWord(word: string): boolean {
    const isIt = this.token.kind === 'name' && this.token.text.toLowerCase() === word;
    if (isIt) this.#at++;
    return isIt;
  }

  /** A name, a number or a text; texts are joined by `+`. */
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
