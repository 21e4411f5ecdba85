import { deckKeys, slideKeys } from '../../../src/base/yaml/keys.ts';
import type { Dialect } from '../../../src/model/source.ts';
import type { Grammar } from './grammar.ts';

type Rule = (grammar: Grammar) => string;

/** Values of YAML in one line: of the right kinds, of wrong ones, and what YAML itself refuses. */
const scalars: readonly Rule[] = [
  () => 'true',
  () => 'no',
  () => 'null',
  () => '~',
  () => '',
  () => '0',
  () => '-1',
  () => '1e308',
  () => '.inf',
  () => '.nan',
  () => '0x7fffffffffffffff',
  () => '99999999999999999999',
  () => '2024-02-30',
  () => '"#123"',
  () => '16:9',
  () => '"\\ud800\\0\\u202e"',
  () => '"<script>hit()</script>"',
  () => "'<img src=x onerror=hit()>'",
  () => 'javascript:hit()',
  () => 'url(https://example.org/)',
  () => 'a.svg',
  () => 'part.md',
  () => 'deck.md',
  () => '../../etc/passwd',
  () => '/dev/zero',
  () => 'https://example.org/',
  () => '**a** {{title}} `b` $x$',
  () => '{{title}}',
  () => '!!js/function "hit()"',
  () => '!!binary aGl0',
  () => '&a [1]',
  () => '*a',
  () => '[]',
  () => '{}',
  () => '"unclosed',
  () => '{a: [b',
  () => '\t',
  () => '__proto__',
  () => 'constructor',
  () => '|\n  a\n  b\n',
  () => '>-\n  a: b\n',
  () => '% ^ @ `',
];

const longest = 3;

/** A value of any type, also lists and maps of such values. */
export function value(g: Grammar, depth = 0): string {
  const kind = depth < longest ? g.choose(['scalar', 'scalar', 'scalar', 'list', 'map']) : 'scalar';
  if (kind === 'scalar') return g.choose(scalars)(g);
  const items = ['a', 'b', 'c'].slice(0, g.choose([1, 2, 3]));
  // Values of several lines are not possible in brackets.
  const flow = (): string => value(g, depth + 1).replaceAll('\n', ' ');
  if (kind === 'list') return `[${items.map(flow).join(', ')}]`;
  return `{${items.map((key) => `${g.choose([key, '__proto__', 'toString'])}: ${flow()}`).join(', ')}}`;
}

/** The keys that other tools have in their front matter. */
const foreignKeys: Readonly<Record<Exclude<Dialect, 'lectern'>, string>> = {
  marp: `marp theme size headingDivider math paginate header footer class backgroundColor backgroundImage
    backgroundPosition backgroundRepeat backgroundSize color style title author description keywords url image lang
    transition _class _paginate`,
  slidev: `theme title titleTemplate info author keywords addons presenter browserExporter download exportFilename
    highlighter twoslash lineNumbers monaco selectable record contextMenu wakeLock colorSchema routerMode aspectRatio
    canvasWidth themeConfig favicon plantUmlServer fonts defaults drawings htmlAttrs seoMeta layout class background
    clicks clicksStart disabled hide hideInToc level preload routeAlias src transition zoom dragPos mdc css duration`,
  reveal: `title separator verticalSeparator theme highlightTheme css scripts revealOptions preprocessor template
    notesSeparator`,
  quarto: `title subtitle author date institute format execute theme bibliography csl nocite references lang
    slide-level incremental code-fold logo footer css toc number-sections from filters brand jupyter params
    crossref reference-location`,
  pandoc: `title subtitle author date institute abstract lang theme slide-level incremental bibliography references
    csl link-citations header-includes css toc revealjs-url background-image title-slide-attributes
    parallaxBackgroundImage transition width height controls`,
};

/** Keys of the tool itself, and others, with any values. */
export function settingLines(g: Grammar, keys: readonly string[], count: number): string {
  return Array.from({ length: count }, () => `${g.choose(keys)}: ${value(g)}\n`).join('');
}

export function frontMatter(g: Grammar): string {
  const keys = g.dialect === undefined ? deckKeys : foreignKeys[g.dialect].split(/\s+/);
  const lines = settingLines(g, keys, g.choose([1, 1, 1, 2, 3, 6]));
  return `---\n${lines}${g.choose(['---', '---', '---', '---', '...', '--- ', ''])}\n\n`;
}

export function slideSettings(g: Grammar): string {
  return `${settingLines(g, slideKeys, g.choose([1, 1, 2]))}---\n\n`;
}

/** Settings of a slide as a comment. */
export function commentSettings(g: Grammar): string {
  const keys = g.dialect === 'marp' ? foreignKeys.marp.split(/\s+/) : slideKeys;
  return `<!--\n${settingLines(g, keys, 1)}-->`;
}
