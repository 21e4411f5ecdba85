/** A part of a fenced block's `raw`. */
export interface Piece {
  readonly text: string;
  readonly start: number;
}

/** The text after the backticks: `ts {1|3-5} title="a.ts" src=./a.ts#region {.class}`. */
export interface FenceInfo extends InfoPieces {
  /** The first word; empty where there is none. */
  readonly language: Piece;
}

export interface InfoPieces {
  /** Without their braces. In a code fence, one of them may list lines: `1|3-5`. */
  readonly attributeLists: readonly Piece[];
  readonly options: readonly Option[];
  /** Everything else; text in double quotes is one word. */
  readonly words: readonly Piece[];
}

interface Option {
  readonly key: string;
  readonly value: Piece;
  /** All of it: `title="a.ts"`. */
  readonly whole: Piece;
}

const item =
  /[ \t]*(?:\{([^{}\n]*)\}|([A-Za-z][\w-]*)=(?:"([^"\n]*)"|(\S+))|("[^"\n]*"|[^\s{]+|\{\S*))/y;

/** Parses the opening line of a fence. It may start with an attribute list or an option instead of a language. */
export function readFenceInfo(raw: string): FenceInfo {
  const line = raw.split('\n')[0]?.trimEnd() ?? '';
  const fence = /^\s*(?:`+|~+)[ \t]*/.exec(line)?.[0].length ?? 0;
  const language = /^(?![\w-]+=)[^\s{]+/.exec(line.slice(fence))?.[0] ?? '';
  const start = fence + language.length;
  return { language: { text: language, start: fence }, ...readInfoPieces(line, start) };
}

/** Parses a line from `start` on. */
export function readInfoPieces(line: string, start = 0): InfoPieces {
  const info = {
    attributeLists: [] as Piece[],
    options: [] as Option[],
    words: [] as Piece[],
  };
  item.lastIndex = start;
  while (item.lastIndex < line.length) {
    const from = item.lastIndex;
    const match = item.exec(line);
    if (!match) break;
    const [whole, list, key, quoted, bare, word] = match;
    const start = from + whole.length - whole.trimStart().length;
    if (list !== undefined) info.attributeLists.push({ text: list, start: start + 1 });
    else if (word !== undefined) info.words.push({ text: word, start });
    else if (key !== undefined) {
      const value = {
        text: quoted ?? bare ?? '',
        start: start + key.length + (quoted === undefined ? 1 : 2),
      };
      info.options.push({ key, value, whole: { text: whole.trim(), start } });
    }
  }
  return info;
}
