import { createToken, isSame } from './permissions.ts';

/**
 * A token for each deck with scripts of its own that may run. It lets a page connect as that deck and
 * grants nothing else, as these scripts can read it.
 */
export class ScriptTokens {
  readonly #tokens = new Map<string, string>();

  /** @param deck its name */
  tokenOf(deck: string): string {
    const token = this.#tokens.get(deck) ?? createToken();
    this.#tokens.set(deck, token);
    return token;
  }

  /** The deck of a token; `undefined` if this server did not issue it. */
  deckOf(token: string): string | undefined {
    return [...this.#tokens].find(([, own]) => isSame(token, own))?.[0];
  }
}
