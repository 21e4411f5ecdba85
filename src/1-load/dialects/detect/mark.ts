import type { DeckText } from './deck-text.ts';
import type { Tool } from './tool.ts';

/** How much a mark says for a tool: two points, and more than any other tool has, decide. */
export interface Mark {
  readonly tool: Tool | 'lectern';
  readonly points: number;
  /** Whether Lectern reads it in the same way, so that it alone says nothing. */
  readonly isShared?: true;
  /** For messages. */
  readonly name: string;
  readonly isIn: (text: DeckText) => boolean;
}

/** Whether a pattern is in the text without code. */
export const inProse =
  (pattern: RegExp) =>
  ({ prose }: DeckText): boolean =>
    pattern.test(prose);

/** Whether a pattern is in the text with its code. */
export const inBody =
  (pattern: RegExp) =>
  ({ body }: DeckText): boolean =>
    pattern.test(body);

/** Whether the front matter has one of these themes. */
export const hasTheme = (names: Iterable<string>) => {
  const pattern = new RegExp(
    `^theme[ \\t]*:[ \\t]*["']?(?:${[...names].join('|')})["']?[ \\t]*$`,
    'm',
  );
  return ({ matter }: DeckText): boolean => pattern.test(matter);
};
