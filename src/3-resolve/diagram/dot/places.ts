import type { DotToken } from './tokens.ts';

type Place = Pick<DotToken, 'start' | 'length'>;

/** Finds attributes in a text. */
export class Places {
  readonly #tokens: readonly DotToken[];
  readonly #found = new Set<DotToken>();

  constructor(tokens: readonly DotToken[]) {
    this.#tokens = tokens;
  }

  /** The value of an attribute, or the part of it that is `value`; each place is found once. */
  ofValue(name: RegExp, value: string): Place {
    const found = this.#tokens.find((token, i) => {
      const [equals, key] = [this.#tokens[i - 1], this.#tokens[i - 2]];
      const isValue = equals?.text === '=' && key !== undefined && name.test(key.text);
      return isValue && token.text.includes(value) && !this.#found.has(token);
    });
    if (!found) return this.ofText(value);
    this.#found.add(found);
    const at = found.kind === 'name' ? 0 : found.text.indexOf(value);
    if (at < 0 || found.text === value) return found;
    return { start: found.start + 1 + at, length: value.length };
  }

  /** The HTML label of a node; if it is not found, the first HTML label. */
  ofHtml(node: string): Place {
    const named = this.#tokens.findIndex(({ text }) => text === node);
    const after = this.#tokens.slice(Math.max(0, named));
    return after.find(({ kind }) => kind === 'html') ?? this.first;
  }

  /** The first token. */
  get first(): Place {
    return this.#tokens[0] ?? { start: 0, length: 1 };
  }

  /** A word anywhere. */
  ofText(text: string): Place {
    return this.#tokens.find((token) => token.text === text) ?? this.first;
  }
}
