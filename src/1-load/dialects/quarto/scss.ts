import { luminanceOf, parseColor } from '../../../base/color/color.ts';
import { calloutTypes } from '../../../model/blocks.ts';
import type { Span } from '../../../model/source.ts';
import { readCss } from '../shared/css.ts';
import type { TranslationContext } from '../translation.ts';
import { computed, type ScssRules, scssRules, withValues } from './scss-rules.ts';

/** What Lectern takes from style sheets in SCSS: variables as tokens of its themes, and rules. */
export interface ScssTheme {
  /** A rule with tokens, and the rules of the files; empty if there are none. */
  readonly css: string;
  /** Whether the background is dark, so that code needs light colors. */
  readonly isDark: boolean;
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
  ...calloutTypes.map((kind) => [[`callout-color-${kind}`], color, [`color-${kind}`]] as const),
];

const sizes = ['presentation-font-size-root', 'mainFontSize'];

/**
 * @param names of files, as the front matter has them
 * @param deck its real path
 * @param span of the names
 */
export function readScss(
  names: readonly string[],
  context: TranslationContext,
  deck: string,
  span: Span,
): ScssTheme {
  const { project, report } = context;
  const values = new Map<string, string>();
  const files = names.map((name) => {
    const path = project.find(name);
    const mayShow = path !== undefined && project.mayShow(path, report);
    const file = mayShow ? project.readSettings(path, report) : undefined;
    const text = file && withoutComments(file.text);
    return { name, file, text, names: readVariables(text ?? '', values) };
  });
  const lookUp = resolver(values);
  const atNames = report.changing((diagnostic) => ({ ...diagnostic, span }));
  const own = files.map(({ name, file, text = '', names: variables }) => {
    const rules = rulesIn(text, lookUp);
    const css = file && rules && readCss(rules.css, { file, deck, project, report: atNames });
    const used = referredIn(text);
    return {
      name,
      isFound: file !== undefined,
      rules,
      css,
      names: variables.filter((each) => !used.has(each)),
    };
  });
  const found = tokens.flatMap(([variables, pattern, targets]) =>
    variables.flatMap((name) => {
      const value = lookUp(name);
      return value !== undefined && pattern.test(value) ? [{ name, value, targets }] : [];
    }),
  );
  const sized = sizes.flatMap((name) => {
    const pixels = Number(/^([\d.]+)px$/.exec(lookUp(name) ?? '')?.[1]);
    return pixels >= 8 && pixels <= 120 ? [{ name, pixels }] : [];
  });
  const used = new Set([...found, ...sized].map(({ name }) => name));
  const rules = new Map(
    found.flatMap(({ targets, value }) => targets.map((token) => [token, value] as const)),
  );
  const lines = [...rules].map(([token, value]) => `--${token}: ${value}`);
  const [size] = sized;
  const root = lines.length > 0 ? `:root { ${lines.join('; ')} }` : '';
  return {
    css: [root, ...own.map(({ css }) => css ?? '')].filter((css) => css !== '').join('\n'),
    isDark: isDark(rules.get('color-background')),
    ...(size && { fontSize: size.pixels }),
    unused: own.flatMap((each) => unusedIn(each, used)),
  };
}

function isDark(background: string | undefined): boolean {
  const parsed = background === undefined ? undefined : parseColor(background);
  return parsed !== undefined && luminanceOf(parsed) < 0.18;
}

function unusedIn(
  { name, isFound, rules, names }: Sheet,
  used: ReadonlySet<string>,
): readonly Unused[] {
  if (!isFound) return [{ message: `there is no file "${name}": its styles are missing` }];
  if (!rules) return [{ message: `"${name}" is broken or too large: its rules are not used` }];
  const known = names.filter((each) => !used.has(each) && ofQuarto.test(each));
  const variables = known.map((each) => `$${each}`);
  const left = [...new Set([...variables, ...rules.left])];
  if (left.length === 0) return [];
  const message = `of "${name}", this is not used: ${left.join(', ')}`;
  return [{ message, hint: 'write it as CSS, in a file under "css"' }];
}

/** Variables that change something in Quarto; others are for the style sheet itself. */
const ofQuarto =
  /^(?:presentation|font|header|code|link|body|selection|border|callout|tabset|input|table|heading|main|overlay|dark-bg|light-bg|text-muted|primary|secondary|blockquote|kbd)(?:-|$)|^(?:heading|main|background|link|code|selection)[A-Z]/;

interface Sheet {
  readonly name: string;
  readonly isFound: boolean;
  /** `undefined` if the file is broken, or too large with the values of its variables. */
  readonly rules: ScssRules | undefined;
  /** Variables that no rule and no other variable has. */
  readonly names: readonly string[];
}

function rulesIn(text: string, lookUp: LookUp): ScssRules | undefined {
  try {
    return scssRules(text, lookUp);
  } catch {
    return undefined;
  }
}

/** The variables that a rule or another variable has, so that they are used through that or named with it. */
function referredIn(text: string): ReadonlySet<string> {
  return new Set(Array.from(text.matchAll(/(?<=[^\n])\$([\w-]+)/g), ([, name = '']) => name));
}

/** Of the same variable, the last value counts, but one with `!default` only if there is no other. */
function readVariables(text: string, values: Map<string, string>): readonly string[] {
  const names: string[] = [];
  for (const [, name = '', value = ''] of text.matchAll(/^\$([\w-]+)[ \t]*:[ \t]*([^;\n]+)/gm)) {
    const isDefault = value.trimEnd().endsWith('!default');
    if (!isDefault || !values.has(name))
      values.set(name, value.trim().replace(/(?<!\s)\s*!default$/, ''));
    names.push(name);
  }
  return [...new Set(names)];
}

type LookUp = (name: string) => string | undefined;

/** Resolves each variable once. */
function resolver(values: ReadonlyMap<string, string>): LookUp {
  const known = new Map<string, string | undefined>();
  return (name) => {
    if (!known.has(name)) known.set(name, resolve(name, values));
    return known.get(name);
  };
}

/** The value of a variable, also through others. */
function resolve(name: string, values: ReadonlyMap<string, string>): string | undefined {
  let value = values.get(name);
  for (let steps = 0; value?.startsWith('$') && steps < 10; steps++) {
    value = values.get(value.slice(1));
  }
  const whole = value === undefined ? undefined : withValues(value, (each) => values.get(each));
  return whole === undefined ? undefined : computed(whole);
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, '').replace(/(^|\s)\/\/[^\n]*/g, '$1');
}
