import { Report } from '../../base/diagnostics/report.ts';
import type { Codec } from '../../base/memo/stored-memo.ts';
import type { Lexed } from './lex-change.ts';
import { lexSlides } from './lexer.ts';
import type { BlockToken } from './nest-tokens.ts';

/** What dividing a text into slides needs of a token. */
type Outline = readonly [length: number, type: string, more?: object];

/** The tokens of a slide of an earlier text, lexed when one of them is asked for. */
interface Group {
  readonly outlines: readonly BlockToken[];
  readonly lex: () => readonly BlockToken[];
}

const groups = new WeakMap<object, Group>();

/**
 * Stores where the tokens of a text are, and not what is in them: slides that have not changed are not parsed, and
 * lexing the others again takes less time than reading all tokens.
 */
export const lexedCodec: Codec<Lexed> = {
  name: 'tokens',
  write({ text, tokens, definitions, hasErrors }) {
    if (hasErrors || definitions) return undefined;
    return [text, JSON.stringify(tokens.map(outlineOf))];
  },
  read([text = '', json = '[]']) {
    let at = 0;
    const tokens = (JSON.parse(json) as readonly Outline[]).map(([length, type, more]) => {
      const raw = text.slice(at, at + length);
      at += length;
      return { ...more, type, raw } as BlockToken;
    });
    groupTokens(text, tokens);
    return { text, tokens, definitions: '', hasErrors: false };
  },
};

/** The tokens of a slide with what is in them. */
export function wholeTokens(tokens: readonly BlockToken[]): readonly BlockToken[] {
  return tokens.map((token) => {
    const group = groups.get(token);
    return group?.lex()[group.outlines.indexOf(token)] ?? token;
  });
}

function outlineOf(token: BlockToken): Outline {
  const { type, raw } = token;
  if (type === 'slideBreak') {
    const { raw: _, type: __, ...more } = token;
    return [raw.length, type, more];
  }
  if (type === 'heading') return [raw.length, type, { depth: token.depth }];
  if (type !== 'attributed') return [raw.length, type];
  const { block } = token;
  const depth = block.type === 'heading' ? block.depth : undefined;
  return [raw.length, type, { block: { type: block.type, depth } }];
}

/** Makes a group of the tokens from each break to the next. */
function groupTokens(text: string, tokens: readonly BlockToken[]): void {
  const breaks = tokens.flatMap(({ type }, index) => (type === 'slideBreak' ? [index] : []));
  const starts = breaks[0] === 0 ? breaks : [0, ...breaks];
  const lengths = starts.map((start, i) => lengthOf(tokens.slice(start, starts[i + 1])));
  let whole: readonly BlockToken[] | undefined;
  let offset = 0;
  for (const [i, start] of starts.entries()) {
    const outlines = tokens.slice(start, starts[i + 1]);
    const [from, stop] = [offset, offset + (lengths[i] ?? 0)];
    // Blocks look ahead up to the end of the next slide.
    const part = text.slice(from, stop + (lengths[i + 1] ?? 0));
    let lexed: readonly BlockToken[] | undefined;
    const lex = (): readonly BlockToken[] => {
      lexed ??= lexPart(part, i + 1 < starts.length ? stop - from : undefined, outlines);
      whole ??= lexed ? undefined : lexWhole(text, tokens);
      lexed ??= whole?.slice(start, starts[i + 1]) ?? [];
      return lexed;
    };
    for (const token of outlines) groups.set(token, { outlines, lex });
    offset = stop;
  }
}

/** @returns `undefined` if the tokens of a part are not those of the text */
function lexPart(
  part: string,
  stop: number | undefined,
  outlines: readonly BlockToken[],
): readonly BlockToken[] | undefined {
  const { tokens } = lexSlides(part, nowhere, new Report(), stop);
  const own = stop === undefined ? tokens : tokens.slice(0, -1);
  const isAlone = stop === undefined || tokens.at(-1)?.type === 'end';
  return isAlone && areSame(own, outlines) ? own : undefined;
}

function lexWhole(text: string, outlines: readonly BlockToken[]): readonly BlockToken[] {
  const { tokens } = lexSlides(text, nowhere, new Report());
  if (!areSame(tokens, outlines)) throw new Error('a text was lexed in another way than before');
  return tokens;
}

function areSame(tokens: readonly BlockToken[], outlines: readonly BlockToken[]): boolean {
  return (
    tokens.length === outlines.length &&
    tokens.every(({ type, raw }, i) => type === outlines[i]?.type && raw === outlines[i]?.raw)
  );
}

function lengthOf(tokens: readonly BlockToken[]): number {
  return tokens.reduce((sum, { raw }) => sum + raw.length, 0);
}

/** Texts that were lexed before have no errors. */
const nowhere = () => ({ file: '', line: 1, column: 1, length: 1 });
