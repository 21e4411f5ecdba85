import type { Part } from '../pandoc/scan.ts';

/** The words before numbers, by the prefix of an id. */
const words: Readonly<Record<string, string>> = {
  fig: 'Figure',
  tbl: 'Table',
  lst: 'Listing',
  thm: 'Theorem',
  lem: 'Lemma',
  def: 'Definition',
  exm: 'Example',
};

/** What `@fig-pears` refers to: each kind is counted for itself, in the order of the text. */
export class CrossReferences {
  readonly #texts = new Map<string, string>();

  constructor(text: string, parts: readonly Part[]) {
    const counts = new Map<string, number>();
    const labels =
      /(?:\{[^{}\n]*#|#\|[ \t]*label:[ \t]*["']?)((fig|tbl|lst|thm|lem|def|exm)-[\w-]+)/g;
    for (const [, id = '', kind = ''] of text.matchAll(labels)) {
      if (this.#texts.has(id)) continue;
      const number = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, number);
      this.#texts.set(id, `${words[kind]} ${number}`);
    }
    for (const part of parts) {
      const id = part.kind === 'heading' ? part.attributes.id : undefined;
      if (part.kind === 'heading' && id?.startsWith('sec-')) this.#texts.set(id, part.text);
    }
  }

  /** As Markdown; `undefined` if nothing has that id. */
  linkTo(id: string, hasWord: boolean): string | undefined {
    if (id.startsWith('eq-')) return `[](#${id})`;
    const text = this.#texts.get(id);
    if (text === undefined) return undefined;
    return `[${hasWord ? text : text.replace(/^\D+/, '')}](#${id})`;
  }
}
