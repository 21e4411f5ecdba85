import type { TranslationContext } from '../translation.ts';

/** What Lectern takes from style sheets in SCSS: their simple variables, as tokens of its themes. */
export interface ScssTheme {
  /** A rule with tokens; empty if there are none. */
  readonly css: string;
  /** In pixels. */
  readonly fontSize?: number;
  /** What is reported of files of which rules or variables are not used. */
  readonly unused: readonly Unused[];
}

interface Unused {
  readonly message: string;
  readonly hint?: string;
}

const color =
  /^(?:#[\da-f]{3,8}|(?:rgb|hsl)a?\([\d\s.,%/-]+\)|(?!inherit|initial|unset|none)[a-z]+)$/i;
const weight = /^(?:[1-9]00|normal|bold)$/;

/** Variables of Quarto's themes, and of those of reveal.js, by the tokens that they set. */
const tokens: readonly (readonly [
  names: readonly string[],
  value: RegExp,
  tokens: readonly string[],
])[] = [
  [['body-bg', 'backgroundColor'], color, ['color-background', 'section-background']],
  [['body-color', 'mainColor'], color, ['color-text', 'section-text', 'color-heading']],
  [['presentation-heading-color', 'headingColor'], color, ['color-heading', 'section-text']],
  [['link-color', 'linkColor'], color, ['color-accent', 'color-link']],
  [['presentation-heading-font-weight', 'headingFontWeight'], weight, ['weight-heading']],
  [['code-block-bg'], color, ['code-background']],
  [['code-block-border-color'], color, ['code-line']],
  [['code-color'], color, ['inline-code']],
  ...['note', 'tip', 'important', 'warning', 'caution'].map(
    (kind) => [[`callout-color-${kind}`], color, [`color-${kind}`]] as const,
  ),
];

const sizes = ['presentation-font-size-root', 'mainFontSize'];

/** @param names of files, as the front matter has them */
export function readScss(
  names: readonly string[],
  { project, report }: TranslationContext,
): ScssTheme {
  const values = new Map<string, string>();
  const files = names.map((name) => {
    const file = project.find(name);
    const text = file === undefined ? undefined : project.readSettings(file, report)?.text;
    return { file: name, text: text === undefined ? undefined : withoutComments(text) };
  });
  const own = files.map(({ file, text }) => {
    return { file, text, names: readVariables(text ?? '', values) };
  });
  const found = tokens.flatMap(([variables, pattern, targets]) =>
    variables.flatMap((name) => {
      const value = resolve(name, values);
      return value !== undefined && pattern.test(value) ? [{ name, value, targets }] : [];
    }),
  );
  const sized = sizes.flatMap((name) => {
    const pixels = Number(/^([\d.]+)px$/.exec(resolve(name, values) ?? '')?.[1]);
    return pixels >= 8 && pixels <= 120 ? [{ name, pixels }] : [];
  });
  const used = new Set([...found, ...sized].map(({ name }) => name));
  const rules = new Map(
    found.flatMap(({ targets, value }) => targets.map((token) => [token, value] as const)),
  );
  const lines = [...rules].map(([token, value]) => `--${token}: ${value}`);
  const [size] = sized;
  return {
    css: lines.length > 0 ? `:root { ${lines.join('; ')} }` : '',
    ...(size && { fontSize: size.pixels }),
    unused: own.flatMap((each) => unusedIn(each, used)),
  };
}

function unusedIn(
  { file, text, names }: { file: string; text: string | undefined; names: readonly string[] },
  used: ReadonlySet<string>,
): readonly Unused[] {
  if (text === undefined) {
    return [{ message: `there is no file "${file}": its styles are missing` }];
  }
  const left = names.filter((name) => !used.has(name) && !isReferred(name, text));
  if (left.length === 0 && !text.includes('{')) return [];
  const variables = left.length > 0 ? `: not ${left.map((name) => `$${name}`).join(', ')}` : '';
  const message = `of "${file}", only simple variables with colors and sizes are used${variables}`;
  return [{ message, hint: 'write its other rules as CSS, in a file under "css"' }];
}

/** Whether another variable has the value of this one, so that it is used through that one or named with it. */
function isReferred(name: string, text: string): boolean {
  return new RegExp(`:[^;\\n]*\\$${name}(?![\\w-])`).test(text);
}

/** Of the same variable, the last value counts, but one with `!default` only if there is no other. */
function readVariables(text: string, values: Map<string, string>): readonly string[] {
  const names: string[] = [];
  for (const [, name = '', value = ''] of text.matchAll(/^\$([\w-]+)[ \t]*:[ \t]*([^;\n]+)/gm)) {
    const isDefault = /!default\s*$/.test(value);
    if (!isDefault || !values.has(name))
      values.set(name, value.replace(/\s*!default\s*$/, '').trim());
    names.push(name);
  }
  return [...new Set(names)];
}

/** The value of a variable, also through others, if it is not computed. */
function resolve(name: string, values: ReadonlyMap<string, string>): string | undefined {
  let value = values.get(name);
  for (let steps = 0; value?.startsWith('$') && steps < 10; steps++) {
    value = values.get(value.slice(1));
  }
  return value;
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/[^\n]*/g, '$1');
}
