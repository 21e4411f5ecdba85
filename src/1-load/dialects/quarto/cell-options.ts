import type { YamlEntry } from '../../../base/yaml/yaml.ts';
import type { Settings } from '../pandoc/settings/metadata.ts';

/** What a code cell says about itself. */
export interface CellOptions {
  /** Whether the slide shows its code. */
  readonly echo: boolean;
  /** Whether it shows what the code gives. */
  readonly output: boolean;
  readonly label: string | undefined;
  readonly caption: string | undefined;
  readonly alt: string | undefined;
  readonly lineNumbers: string | undefined;
  readonly filename: string | undefined;
  /** The code without its options. */
  readonly code: string;
}

/**
 * Reads the options of a cell: comments `#| echo: true` above its code, and those after its language.
 *
 * @param options what stands after the language: `label, echo=FALSE`
 */
export function readCell(code: string, options: string, settings: Settings): CellOptions {
  const own = new Map<string, string>();
  const parts = options.replaceAll('`', '').match(/(?:"[^"]*"|'[^']*'|\([^()]*\)|[^,"'(])+/g) ?? [];
  const [first = '', ...rest] = parts.map((part) => part.trim());
  if (first !== '' && !first.includes('=')) own.set('label', first);
  for (const part of [first, ...rest]) {
    const [, key, value = ''] = /^([\w.-]+)[ \t]*=[ \t]*(.*)$/.exec(part) ?? [];
    if (key !== undefined) own.set(key.replaceAll('.', '-'), unquoted(value));
  }
  const lines = code.split('\n');
  const head = lines.findIndex((line) => !/^[ \t]*(?:#|\/\/|--|%)\|/.test(line));
  for (const line of lines.slice(0, head < 0 ? lines.length : head)) {
    const [, key, value = ''] =
      /^[ \t]*(?:#|\/\/|--|%)\|[ \t]*([\w-]+)[ \t]*:[ \t]*(.*)$/.exec(line) ?? [];
    if (key !== undefined) own.set(key, unquoted(value));
  }
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
    label: own.get('label'),
    caption: own.get('fig-cap'),
    alt: own.get('fig-alt'),
    lineNumbers: own.get('code-line-numbers'),
    filename: own.get('filename'),
    code: lines.slice(head < 0 ? lines.length : head).join('\n'),
  };
}

/** The value that `execute` sets for all cells. */
function execute(settings: Settings, key: string): string | undefined {
  const items: readonly YamlEntry[] = settings.entry('execute')?.items ?? [];
  return items.find((item) => item.key === key)?.source;
}

function unquoted(value: string): string {
  return value.trim().replace(/^(["'])(.*)\1$/, '$2');
}
