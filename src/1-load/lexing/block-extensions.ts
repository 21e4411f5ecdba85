import type { Token, TokenizerExtension } from 'marked';
import { isSlideKey } from '../../base/yaml/keys.ts';
import type { FormulaToken } from './math-extensions.ts';
import { MarkerTokenizer } from './tokenizer.ts';

/** Lectern's additions to the blocks of Markdown. All but formulas and footnotes are single lines. */
export type LineMarker =
  | SlideBreak
  | { type: 'open'; raw: string; colons: number; name: string; rest: string }
  | { type: 'close'; raw: string; colons: number }
  | { type: 'slot'; raw: string; name: string }
  | { type: 'pause'; raw: string }
  | { type: 'note'; raw: string }
  /** The text that the lexer need not read. */
  | { type: 'end'; raw: string }
  | (Omit<FormulaToken, 'type'> & { type: 'formula' })
  | { type: 'footnoteDefinition'; raw: string; label: string; tokens: Token[] };

export interface SlideBreak {
  type: 'slideBreak';
  raw: string;
  vertical: boolean;
  /** The range in `raw` of the slide's YAML, if it has any. */
  yaml?: SettingsRange;
}

/** Offsets in the text of a break. */
interface SettingsRange {
  start: number;
  end: number;
  /** A blank line above or in the YAML. */
  blankLine?: number;
}

export const lineMarkers: readonly TokenizerExtension[] = [
  rootMarker('slideBreak', readSlideBreak),
  rootMarker('open', (src) => {
    const match = /^(:{3,})[ \t]*(?:([A-Za-z][\w-]*)|(?=\{))[ \t]*([^\n]*)(?:\n|$)/.exec(src);
    if (!match) return undefined;
    const [raw, colons = '', name, rest = ''] = match;
    const open = { type: 'open', raw, colons: colons.length } as const;
    return name === undefined
      ? { ...open, ...nameByClass(rest.trimEnd()) }
      : { ...open, name, rest: rest.trimEnd() };
  }),
  rootMarker('close', (src) => {
    const match = /^(:{3,})[ \t]*(?:\n|$)/.exec(src);
    return match ? { type: 'close', raw: match[0], colons: match[1]?.length ?? 0 } : undefined;
  }),
  rootMarker('slot', (src) => {
    const match = /^::([A-Za-z][\w-]*)::[ \t]*(?:\n|$)/.exec(src);
    return match ? { type: 'slot', raw: match[0], name: match[1] ?? '' } : undefined;
  }),
  rootMarker('pause', (src) => {
    const match = /^\. \. \.[ \t]*(?:\n|$)/.exec(src);
    return match ? { type: 'pause', raw: match[0] } : undefined;
  }),
  rootMarker('note', (src) => {
    const match = /^(?:[Nn]otes?|NOTES):(?:[ \t]+|[ \t]*\n|$)/.exec(src);
    return match ? { type: 'note', raw: match[0] } : undefined;
  }),
  {
    name: 'footnoteDefinition',
    level: 'block',
    tokenizer(src) {
      const match =
        /^\[\^([^\]\s]+)\]:[ \t]*((?:[^\n]*(?:\n|$))(?:(?:[ \t]*\n)*(?: {2,}|\t)[^\n]*(?:\n|$))*)/.exec(
          src,
        );
      if (!match) return undefined;
      const [raw, label = '', text = ''] = match;
      const tokens = this.lexer.blockTokens(text.replace(/^(?: {2,4}|\t)/gm, ''), []);
      return { type: 'footnoteDefinition', raw, label, tokens };
    },
  },
];

/** The names of blocks between `:::` lines. */
export const containerNames = [
  'columns',
  'column',
  'notes',
  'incremental',
  'fragment',
  'aside',
] as const;

const containerClass = new RegExp(`(?<=[{\\s])\\.(${containerNames.join('|')})(?=[}\\s])`);

/** The syntax of Pandoc: `::: {.notes}` is `::: notes`. Any other class makes a plain block. */
function nameByClass(list: string): { readonly name: string; readonly rest: string } {
  const [whole = '', name = ''] = containerClass.exec(list) ?? [];
  const rest = whole === '' ? list : list.replace(containerClass, ' '.repeat(whole.length));
  return { name, rest: /^\{\s*\}$/.test(rest) ? '' : rest };
}

/** A marker in a list or quote is text. */
function rootMarker(
  name: LineMarker['type'],
  read: (src: string) => LineMarker | undefined,
): TokenizerExtension {
  return {
    name,
    level: 'block',
    tokenizer(src, tokens) {
      if (tokens !== this.lexer.tokens) return undefined;
      const { tokenizer } = this.lexer.options;
      if (tokenizer instanceof MarkerTokenizer) {
        tokenizer.enter(src);
        if (tokenizer.isAtStop) return { type: 'end', raw: src };
      }
      return read(src);
    },
  };
}

/** `---` or `--` on a line of its own, and the YAML below it up to the next `---` or `...`. */
function readSlideBreak(src: string): SlideBreak | undefined {
  const line = /^(---?)[ \t]*(?:\n|$)/.exec(src);
  if (!line) return undefined;
  const vertical = line[1] === '--';
  const start = line[0].length;
  const settings = findSettings(src, start);
  if (!settings) return { type: 'slideBreak', raw: line[0], vertical };
  const { next, ...yaml } = settings;
  return { type: 'slideBreak', raw: src.slice(0, next), vertical, yaml };
}

/** The limit of YAML, plus a line. Style sheets do not count. */
const maxSettings = 65 * 1024;

/**
 * Finds YAML below the break that ends at `start`, and the end of the `---` below it. With a blank line, as
 * formatters add it, it is text unless each of its lines is a slide setting.
 */
function findSettings(
  src: string,
  start: number,
): (SettingsRange & { readonly next: number }) | undefined {
  const text = src.slice(start, start + maxSettings + lengthOfStyles(src, start));
  const [blank = ''] = /^(?:[ \t]*\n)*/.exec(text) ?? [];
  if (!/^(?!Notes?:)[A-Za-z_][\w-]*[ \t]*:[ \t\n]/.test(text.slice(blank.length))) return undefined;
  let blankLine = blank === '' ? undefined : 0;
  let isPlain = true;
  for (let at = blank.length; at < text.length; ) {
    const lineEnd = text.indexOf('\n', at);
    const next = lineEnd < 0 ? text.length : lineEnd + 1;
    const line = text.slice(at, next).trimEnd();
    if (line === '---' || line === '...') {
      const range = { start: start + blank.length, end: start + at, next: start + next };
      return blankLine === undefined ? range : { ...range, blankLine: start + blankLine };
    }
    if (line === '') blankLine ??= at;
    else isPlain &&= isSetting(line);
    if (blankLine !== undefined && !isPlain) return undefined;
    at = next;
  }
  return undefined;
}

/** The length of the first style sheet in the settings: the lines below `css: |`. */
function lengthOfStyles(src: string, start: number): number {
  // Settings end at a break. What is after it is not read again and again, so that the time stays linear.
  const top = src.slice(start, start + maxSettings);
  const [whole = ''] =
    /^(?:(?!--[ \t]*(?:\n|$)|---[ \t]*(?:\n|$)|css:)[^\n]*\n)*css:[ \t]*\|[-+]?[ \t]*\n/.exec(
      top,
    ) ?? [];
  if (whole === '') return 0;
  const first = start + whole.length;
  let end = first;
  while (end < src.length && /[ \t\n]/.test(src[end] ?? '')) {
    const lineEnd = src.indexOf('\n', end);
    end = lineEnd < 0 ? src.length : lineEnd + 1;
  }
  return end - first;
}

function isSetting(line: string): boolean {
  return isSlideKey(/^([A-Za-z]+):(?:\s|$)/.exec(line)?.[1] ?? '');
}

export const footnoteReference: TokenizerExtension = {
  name: 'footnoteReference',
  level: 'inline',
  start: (src) => {
    const at = src.indexOf('[^');
    return at < 0 ? undefined : at;
  },
  tokenizer(src) {
    const match = /^\[\^([^\]\s]+)\](?!\()/.exec(src);
    return match ? { type: 'footnoteReference', raw: match[0], label: match[1] } : undefined;
  },
};
