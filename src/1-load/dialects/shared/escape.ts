import type { TextEdits } from '../text-edits.ts';
import type { Regions } from './regions.ts';

/** What Lectern's Markdown has besides CommonMark and the tables, strikethrough and task lists of GitHub. */
export type OwnSyntax =
  | 'alerts'
  | 'attributes'
  | 'blocks'
  | 'breaks'
  | 'definitions'
  | 'emoji'
  | 'footnotes'
  | 'formulas'
  | 'highlight'
  | 'icons'
  | 'inline-notes'
  | 'notes'
  | 'pauses'
  | 'scripts'
  | 'slots'
  | 'spans'
  | 'tex-brackets'
  | 'variables';

interface Rule {
  readonly pattern: RegExp;
  /** Replaces the part of the match that the group `at` is; without it, a backslash goes before it. */
  readonly with?: string;
}

/**
 * Where each of them begins, in `at`: a backslash before it makes it text. A backslash before a letter would be
 * shown, so that `at` is a punctuation mark.
 */
const rules: Readonly<Record<OwnSyntax, readonly Rule[]>> = {
  alerts: [{ pattern: /^[ \t>]*> ?(?<at>\[!\w+\])/dgm }],
  attributes: [
    {
      pattern:
        /(?<at>\{)(?=\s*(?:(?:[#.][\w-]+(?::[\w-]+)*|[\w-]+=(?:"[^"\n]*"|[^\s"{}]+))(?:\s+|(?=\})))+\})/dg,
    },
  ],
  blocks: [{ pattern: /^(?<at>:{3,})(?=[ \t]*(?:[A-Za-z{].*)?$)/dgm }],
  breaks: [{ pattern: /^(?<at>--)(?=[ \t]*$)/dgm }],
  definitions: [{ pattern: /^ {0,3}(?<at>:)(?=[ \t]+\S)/dgm }],
  emoji: [{ pattern: /(?<![\w:])(?<at>:)(?=[+-]?[a-z0-9][a-z0-9_+-]*:)/dg }],
  footnotes: [{ pattern: /(?<![\\!])(?<at>\[)(?=\^[^\]\s]+\](?!\())/dg }],
  formulas: [{ pattern: /(?<at>\$)(?=[^\s]|\s*\n)/dg }],
  highlight: [{ pattern: /(?<![=\p{L}\p{N}])(?<at>==)(?=[^=\s])/dgu }],
  icons: [{ pattern: /(?<![\w:])(?<at>:)(?=[a-z][a-z0-9]*(?:-[a-z0-9]+)+:)/dg }],
  'inline-notes': [{ pattern: /(?<at>\^)(?=\[)/dg }],
  notes: [{ pattern: /^(?:[Nn]otes?|NOTES)(?<at>:)(?=\s|$)/dgm }],
  pauses: [{ pattern: /^(?<at>\.)(?= \. \.[ \t]*$)/dgm }],
  scripts: [
    { pattern: /(?<![\s~])(?<at>~)(?=(?!~)(?:\\.|[^\s~\\])+~(?!~))/dg },
    { pattern: /(?<!\s)(?<at>\^)(?=(?![[^])(?:\\.|[^\s^\\])+\^(?!\^))/dg },
  ],
  slots: [{ pattern: /^(?<at>::)(?=[A-Za-z][\w-]*::[ \t]*$)/dgm }],
  spans: [{ pattern: /(?<=\])(?<at>\{)(?=[^{}\n]*[.#=])/dg }],
  'tex-brackets': [
    { pattern: /(?<at>\\\[)/dg, with: '&#91;' },
    { pattern: /(?<at>\\\()/dg, with: '&#40;' },
    { pattern: /(?<at>\\)(?=(?:eq)?ref\{)/dg },
  ],
  variables: [{ pattern: /(?<at>\{)(?=\{[ \t]*[\w.-]+[ \t]*\}\})/dg }],
};

const all = Object.keys(rules) as readonly OwnSyntax[];

/**
 * Makes text of what has a meaning in Lectern but none in the tool. To be called after all other edits: text that
 * they replace is left out.
 *
 * @param regions of the author's text
 * @param meaningful what the tool reads, too
 */
export function escapeOwnSyntax(
  edits: TextEdits,
  regions: Regions,
  meaningful: readonly OwnSyntax[],
): void {
  const changes = new Map<number, Change>();
  for (const syntax of all.filter((name) => !meaningful.includes(name))) {
    for (const change of changesFor(syntax, regions)) {
      if (!edits.isReplaced(change.start)) changes.set(change.start, change);
    }
  }
  for (const { start, end, text } of changes.values()) edits.replace(start, end, text);
}

interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function changesFor(syntax: OwnSyntax, regions: Regions): readonly Change[] {
  const text = regions.markdown;
  const found = rules[syntax].flatMap(({ pattern, with: other }) =>
    [...text.matchAll(pattern)].flatMap(({ indices }): readonly Change[] => {
      const [start, end] = indices?.groups?.at ?? [0, 0];
      if (isEscaped(text, start)) return [];
      return [
        other === undefined ? { start, end: start, text: '\\' } : { start, end, text: other },
      ];
    }),
  );
  return syntax === 'variables' ? [...found, ...variablesInHtml(regions)] : found;
}

/** Whether an odd number of backslashes is before an offset. */
function isEscaped(text: string, offset: number): boolean {
  let start = offset;
  while (text[start - 1] === '\\') start--;
  return (offset - start) % 2 === 1;
}

const variable = /\{(?=\{[ \t]*[\w.-]+[ \t]*\}\})/g;

/** Values of attributes and text in HTML blocks have no backslashes. */
function variablesInHtml({ text, all: regions }: Regions): readonly Change[] {
  return regions.flatMap(({ kind, start, end }) => {
    if (kind !== 'tag' && kind !== 'html') return [];
    return [...text.slice(start, end).matchAll(variable)].map(({ index }) => {
      const at = start + index;
      return { start: at, end: at + 1, text: '&#123;' };
    });
  });
}

/** Writes a text of other origin, such as a value of YAML, so that it stands as it is in Markdown. */
export function asMarkdownText(text: string): string {
  return text.replace(/[\\`*_{}[\]<>$~^=|:&#]/g, '\\$&').replace(/^(\s*\d*)([-+.)])/gm, '$1\\$2');
}
