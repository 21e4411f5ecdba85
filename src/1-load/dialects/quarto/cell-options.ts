import type { Settings } from '../pandoc/settings/metadata.ts';

/** What a code cell says about itself. */
export interface CellOptions {
  /** Whether the slide shows its code. */
  readonly echo: boolean;
  /** Whether it shows what the code gives. */
  readonly output: boolean;
  /** Whether anything of it is in the results. */
  readonly isIncluded: boolean;
  readonly label: string | undefined;
  readonly caption: string | undefined;
  /** Captions of the figures of one cell. */
  readonly subCaptions: readonly string[];
  readonly listingLabel: string | undefined;
  readonly listingCaption: string | undefined;
  readonly alt: string | undefined;
  readonly lineNumbers: string | undefined;
  readonly filename: string | undefined;
  /** The code without its options. */
  readonly code: string;
}

/**
 * Reads the options of a cell: comments `#| echo: true` above its code, and those after its language.
 *
 * @param options the text after the language: `label, echo=FALSE`
 */
export function readCell(code: string, options: string, settings: Settings): CellOptions {
  const { own, lines, head } = readOptions(code, options);
  const isShown = (key: string, usual: boolean): boolean => {
    const value = own.get(key) ?? execute(settings, key);
    return value === undefined ? usual : !/^(?:false|no|f)$/i.test(value);
  };
  const isIncluded = isShown('include', true);
  return {
    echo: isIncluded && isShown('echo', false),
    output:
      isIncluded &&
      isShown('output', true) &&
      isShown('eval', true) &&
      own.get('results') !== 'hide',
    isIncluded,
    label: own.get('label'),
    caption: firstOf(own.get('fig-cap') ?? own.get('tbl-cap')),
    subCaptions: listIn(own.get('fig-subcap')),
    listingLabel: own.get('lst-label'),
    listingCaption: own.get('lst-cap'),
    alt: own.get('fig-alt'),
    lineNumbers: own.get('code-line-numbers'),
    filename: own.get('filename'),
    code: lines.slice(head).join('\n'),
  };
}

/** The ids that a cell gives to its figure, table or code, and how many figures with captions of their own it has. */
export function cellLabels(
  code: string,
  options: string,
): { readonly ids: readonly string[]; readonly figures: number } {
  const { own } = readOptions(code, options);
  const ids = [own.get('label'), own.get('lst-label')].filter((id) => id !== undefined);
  return { ids, figures: listIn(own.get('fig-subcap')).length };
}

/** The options by key, the lines of the code, and how many of them are options. */
function readOptions(code: string, options: string) {
  const own = new Map<string, string>();
  const parts = options.replaceAll('`', '').match(/(?:"[^"]*"|'[^']*'|\([^()]*\)|[^,"'(])+/g) ?? [];
  const [label = '', ...rest] = parts.map((part) => part.trim());
  if (label !== '' && !label.includes('=')) own.set('label', label);
  for (const part of [label, ...rest]) {
    const [, key, value = ''] = /^([\w.-]+)[ \t]*=[ \t]*(.*)$/.exec(part) ?? [];
    if (key !== undefined) own.set(key.replaceAll('.', '-'), unquoted(value));
  }
  const lines = code.split('\n');
  const first = lines.findIndex((line) => !comment.test(line));
  const head = first < 0 ? lines.length : first;
  readComments(lines.slice(0, head), own);
  return { own, lines, head };
}

const comment = /^[ \t]*(?:#|\/\/|--|%)\|[ \t]?/;

/** Lines below a key that are indented, or that begin with a hyphen, are its value, too. */
function readComments(lines: readonly string[], own: Map<string, string>): void {
  let last: string | undefined;
  for (const line of lines) {
    const text = line.replace(comment, '');
    const [, key, value = ''] = /^([\w-]+)[ \t]*:(?:[ \t]+(.*))?$/.exec(text) ?? [];
    if (key !== undefined) {
      last = key;
      own.set(key, /^[>|][+-]?$/.test(value.trim()) ? '' : unquoted(value));
    } else if (last !== undefined && /^(?:[ \t]+\S|- )/.test(text)) {
      const before = own.get(last) ?? '';
      const isItem = /^[ \t]*- /.test(text);
      own.set(last, `${before}${before === '' ? '' : isItem ? '\n' : ' '}${text.trim()}`);
    }
  }
}

/** The texts in `["a", "b"]`, or after hyphens. */
function listIn(value: string | undefined): readonly string[] {
  if (value === undefined) return [];
  const inner = /^\[([\s\S]*)\]$/.exec(value)?.[1];
  const items =
    inner?.match(/"[^"]*"|'[^']*'|[^,\s][^,]*/g) ??
    (/^- /.test(value) ? value.split('\n').map((line) => line.replace(/^- /, '')) : []);
  return items.map(unquoted);
}

/** The value that `execute` sets for all cells. */
function execute(settings: Settings, key: string): string | undefined {
  return settings.inGroup('execute', key)?.source ?? settings.text(key);
}

/** Of the captions of several figures, the first one. */
function firstOf(value: string | undefined): string | undefined {
  return listIn(value)[0] ?? value;
}

function unquoted(value: string): string {
  return value.trim().replace(/^(["'])(.*)\1$/, '$2');
}
