import type { Token, TokenizerExtension } from 'marked';
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
  yaml?: { start: number; end: number };
}

export const lineMarkers: readonly TokenizerExtension[] = [
  rootMarker('slideBreak', readSlideBreak),
  rootMarker('open', (src) => {
    const match = /^(:{3,})[ \t]*([A-Za-z][\w-]*)[ \t]*([^\n]*)(?:\n|$)/.exec(src);
    if (!match) return undefined;
    const [raw, colons = '', name = '', rest = ''] = match;
    return { type: 'open', raw, colons: colons.length, name, rest: rest.trimEnd() };
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
    const match = /^Notes?:(?:[ \t]+|[ \t]*\n|$)/.exec(src);
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

/** `---` or `--` on a line of its own, and the YAML directly below up to the next `---`. */
function readSlideBreak(src: string): SlideBreak | undefined {
  const line = /^(---?)[ \t]*(?:\n|$)/.exec(src);
  if (!line) return undefined;
  const vertical = line[1] === '--';
  const start = line[0].length;
  const settings = findSettings(src, start);
  if (!settings) return { type: 'slideBreak', raw: line[0], vertical };
  return {
    type: 'slideBreak',
    raw: src.slice(0, settings.next),
    vertical,
    yaml: { start, end: settings.end },
  };
}

/** The limit of YAML, plus a line. */
const maxSettings = 65 * 1024;

/**
 * Finds the end of YAML that starts with a key at `start`, and the end of the `---` below it. If a blank line
 * comes first, it is text.
 */
function findSettings(src: string, start: number): { end: number; next: number } | undefined {
  const text = src.slice(start, start + maxSettings);
  if (!/^(?!Notes?:)[A-Za-z_][\w-]*[ \t]*:[ \t\n]/.test(text)) return undefined;
  for (let at = 0; at < text.length; ) {
    const lineEnd = text.indexOf('\n', at);
    const next = lineEnd < 0 ? text.length : lineEnd + 1;
    const line = text.slice(at, next).trimEnd();
    if (line === '---') return { end: start + at, next: start + next };
    if (line === '') return undefined;
    at = next;
  }
  return undefined;
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
