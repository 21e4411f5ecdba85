import { ChangeSet, StateEffect, StateField, type Text } from '@codemirror/state';

/** A text that the server knows, and the changes made in the editor since. */
export interface Origin {
  /** A draft's id, or a version of the file. */
  readonly id: string;
  readonly doc: Text;
  readonly since: ChangeSet;
}

/** The current text was sent to the server with this id. */
export const setOrigin = StateEffect.define<string>();
/** The server has built the text with this id; earlier texts are no longer needed. */
export const reachOrigin = StateEffect.define<string>();

/** The maximum number of drafts without a response; the server may skip some. */
const maxOrigins = 50;

/**
 * The texts that the server may refer to, the latest first. Maps their positions to the current
 * text.
 */
export const originsField = StateField.define<readonly Origin[]>({
  create: () => [],
  update: (previous, { effects, changes, docChanged, newDoc }) => {
    let origins = docChanged
      ? previous.map((origin) => ({ ...origin, since: origin.since.compose(changes) }))
      : previous;
    for (const effect of effects) {
      if (effect.is(setOrigin)) {
        const fresh = { id: effect.value, doc: newDoc, since: ChangeSet.empty(newDoc.length) };
        origins = [fresh, ...origins].slice(0, maxOrigins);
      }
      if (effect.is(reachOrigin)) {
        const last = origins.findIndex(({ id }) => id === effect.value);
        if (last >= 0) origins = origins.slice(0, last + 1);
      }
    }
    return origins;
  },
});

/** The position in the current text of a line of the origin. @param line from 1 */
export function lineStart({ doc, since }: Origin, line: number): number {
  const { from } = doc.line(Math.min(Math.max(line, 1), doc.lines));
  // Text inserted before a slide's first line belongs to the previous slide, except at the start of
  // the file.
  return since.mapPos(from, from === 0 ? -1 : 1);
}
