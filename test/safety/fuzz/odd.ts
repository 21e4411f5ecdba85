import type { Grammar } from './grammar.ts';

type Rule = (grammar: Grammar) => string;

/** Characters that editors, fonts, YAML, HTML and XML treat in their own ways. */
const characters = [
  ...'\0\u0001\b\t\v\f\u001b\u007f\u0080\u0085\u009b\u00a0\u00ad\u034f\u061c\u115f\u180e',
  ...'\u200b\u200d\u200e\u200f\u2028\u2029\u202a\u202e\u2066\u2069\ufdd0\ufe0f\ufeff\ufffd\uffff',
  ...['\ue000', '\uf8ff', '\u{1f468}\u200d\u{1f469}', '\u{1f1e6}', '\u{e0001}', '\u{10ffff}'],
  ...['&#0;', '&#xD800;', '&#x1F;', '&#xFFFF;', '&#x110000;', '&#x202E;', '\r', '\r\n'],
  ...['\u05d0\u05d1', '\u0627\u0644', 'e\u0301', '\u0e33', '\u4e2d\u6587', 'ffi', '\u1100\u1161'],
];

/** What opens something and does not close it. */
const unclosed = [
  ...['```', '~~~~', '````md magic-move', '$$', '$', '<!--', '<![CDATA[', '<?', '<!', '<a href="'],
  ...['<div', '<script>', '<style>', '<pre>', '<textarea>', '<svg><text>', '<details>', '<table>'],
  ...[':::', '::: {.columns}', '::::: {.a', '::: notes', '[', '![', '[a](', '![a](<', '{', '{.a'],
  ...['{{', '{{< include', '{{%', '[^', '^[', '[@', '`', '``', '**', '_', '==', '~~', '\\', '|'],
  ...['<v-clicks>', '<template v-slot:', '<<< @/', '> [!NOTE]', '<section data-markdown>', '\\('],
  ...['\\begin{a}', '[^1]:', '---', '...', '<!-- .slide:', '<!-- .element:', '<!-- _class:', '%%{'],
];

/** Between 400 and 6,000 characters: more than a line should have, and few enough for many decks. */
const lengths = [200, 1000, 3000];

const long: readonly string[] = [
  ...['x', 'word ', '- ', '> ', '* ', '`', '*a', '[', '![](', '<b>', '{', '(', '"', '\\', '$', '|'],
  ...['a@', '^[', '~a', '==', ':', '::: ', '&amp;', '<', '<!--', '\u0301', '\u202e', '中', '1. '],
  ...['[@a;', '{{a}}', '{{< ', '</', 'http://', '#', '# ', '\t', '--', '.', '%', '\u200d', '-->'],
];

/** Again and again, and then a word that must not be lost. */
function tooLong(g: Grammar): string {
  const text = g.choose(long);
  return `${text.repeat(Math.ceil(g.choose(lengths) / text.length))} ${g.word()}`;
}

function deep(g: Grammar): string {
  const depth = g.choose([3, 20, 60]);
  const [open, close] = g.choose([
    ['> ', ''],
    ['- ', ''],
    ['1. ', ''],
    ['<div>', '</div>'],
    ['<b>', '</b>'],
    ['[', '](x)'],
    ['*', '*'],
    ['**a ', '**'],
    ['^[', ']'],
    ['[a ', ']{.b}'],
    ['(', ')'],
    ['{', '}'],
    ['<ul><li>', '</li></ul>'],
    ['<svg><g>', '</g></svg>'],
  ]);
  return `${open.repeat(depth)}${g.word()}${close.repeat(depth)}`;
}

function fencesInFences(g: Grammar): string {
  const colons = Array.from({ length: g.choose([2, 4, 12]) }, (_, i) => ':'.repeat(14 - i));
  const open = colons.map((fence) => `${fence} {.a}`).join('\n');
  return `${open}\n${g.block()}\n${colons.toReversed().join('\n')}`;
}

export const oddInlines: readonly Rule[] = [
  (g) => g.choose(characters),
  (g) => `${g.word()}${g.choose(characters)}${g.word()}`,
  (g) => `${g.choose(unclosed)} ${g.word()}`,
  (g) => `[${g.choose(characters)}](${g.choose(characters)} "${g.choose(characters)}")`,
  (g) => `![${g.choose(characters)}${g.word()}](a.svg){${g.choose(['w=1e9', 'width=-1', '#a#b'])}}`,
];

export const oddBlocks: readonly Rule[] = [
  tooLong,
  deep,
  fencesInFences,
  (g) => `${g.choose(unclosed)}\n${g.line()}`,
  (g) => `${g.choose(unclosed)} ${g.word()}\n\n${g.block()}`,
  (g) => `${g.choose(characters)}${g.block()}${g.choose(characters)}`,
  (g) => `${g.block()}\n${g.block()}`,
  (g) => `${g.prefixed(g.choose(['> ', '- ', '1) ', '* ', '  ', '\t', ': ']))}`,
];
