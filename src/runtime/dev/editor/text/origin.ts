import { ChangeSet, StateEffect, StateField, type Text } from '@codemirror/state';

/** A text that the server knows, and how it became the one in the editor. */
export interface Origin {
  /** A draft's id, or a version of the file. */
  readonly id: string;
  readonly doc: Text;
  readonly since: ChangeSet;
}

/** From now on, the server knows the text in the editor by this name. */
export const setOrigin = StateEffect.define<string>();
/** The server has told of the text of this name: it will not tell of earlier ones. */
export const reachOrigin = StateEffect.define<string>();

/** As many drafts as are on their way at once; the server may skip some. */
const most = 50;

/** Keeps the texts that the server may tell of, the latest first: places in them are found in the text as it is now. */
export const originsField = StateField.define<readonly Origin[]>({
  create: () => [],
  update: (known, { effects, changes, docChanged, newDoc }) => {
    let origins = docChanged
      ? known.map((origin) => ({ ...origin, since: origin.since.compose(changes) }))
      : known;
    for (const effect of effects) {
      if (effect.is(setOrigin)) {
        const fresh = { id: effect.value, doc: newDoc, since: ChangeSet.empty(newDoc.length) };
        origins = [fresh, ...origins].slice(0, most);
      }
      if (effect.is(reachOrigin)) {
        const last = origins.findIndex(({ id }) => id === effect.value);
        if (last >= 0) origins = origins.slice(0, last + 1);
      }
    }
    return origins;
  },
});

/** Where a line of the origin, from 1, begins in the text as it is now. */
export function lineStart({ doc, since }: Origin, line: number): number {
  const { from } = doc.line(Math.min(Math.max(line, 1), doc.lines));
  // What is typed above a slide's first line is not that slide's, but on top of the file it is.
  return since.mapPos(from, from === 0 ? -1 : 1);
}
