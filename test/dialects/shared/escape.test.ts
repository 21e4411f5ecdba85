import { parseFragment } from 'parse5';
import { expect, test } from 'vitest';
import { findRegions } from '../../../src/1-load/dialects/shared/code-regions.ts';
import {
  asMarkdownText,
  escapeOwnSyntax,
  type OwnSyntax,
} from '../../../src/1-load/dialects/shared/escape.ts';
import { TextEdits } from '../../../src/1-load/dialects/text-edits.ts';
import { temporaryFolder } from '../../support/files.ts';
import { renderFixture } from '../../support/fixtures.ts';

function escaped(text: string, meaningful: readonly OwnSyntax[] = []): string {
  const edits = new TextEdits({ path: 'talk.md', realPath: '/talk.md', text });
  escapeOwnSyntax(edits, findRegions(text), meaningful);
  return edits.finish().text;
}

/** What the slides of a deck show. */
async function shown(texts: readonly string[]): Promise<readonly string[]> {
  const slides = texts.map((text) => `---\n\n## S\n\n${text}\n\n`);
  const deck = `---\ndialect: lectern\n---\n\n# T\n\n${slides.join('')}`;
  const { html, diagnostics } = await renderFixture(temporaryFolder({ 'deck.md': deck }), 'found');
  expect(diagnostics).toEqual([]);
  const sections = html.split('<section').slice(2);
  return sections.map((slide) => plainText(visibleText(slide.slice(slide.indexOf('</h2>')))));
}

function visibleText(html: string): string {
  const { childNodes } = parseFragment(html);
  const textOf = (nodes: typeof childNodes): string =>
    nodes
      .map((node) =>
        'value' in node ? node.value : 'childNodes' in node ? textOf(node.childNodes) : '',
      )
      .join('');
  return textOf(childNodes);
}

/** Texts that mean something in Lectern only. */
const texts: Readonly<Record<Exclude<OwnSyntax, 'alerts'>, readonly string[]>> = {
  attributes: ['A text {.red}', 'A {#id .b c=d} text', 'A text {width=50%}'],
  blocks: ['::: warning', '::: {.a}', '::::', 'text\n::: aside'],
  breaks: ['--', 'text\n\n--\n\ntext'],
  definitions: ['Term\n: its definition', 'Term\n\n: its definition'],
  emoji: ['a :tada: b', ':+1:'],
  footnotes: ['a[^1] b', '[^1]: text'],
  formulas: ['$a_1$ and $$b$$', '$$\nc\n$$', 'costs $5 or $x$'],
  highlight: ['a ==b== c', '==a==, ==b=='],
  icons: ['a :lucide-sun: b', ':mdi-x:'],
  'inline-notes': ['a ^[note] b'],
  notes: ['Note: text', 'Notes:\ntext', 'text\nNote: text'],
  pauses: ['. . .', 'text\n\n. . .\n\ntext'],
  scripts: ['H~2~O', 'x^2^ and y^2^', 'a~b~c~d~'],
  slots: ['::left::', 'text\n\n::title::'],
  spans: ['[text]{.class} x', '[text]{lang=fr} x'],
  'tex-brackets': [],
  variables: ['a {{title}} b', '{{ x }}'],
};

test('what has a meaning in Lectern only is text', async () => {
  const written = Object.values(texts).flat();
  expect(await shown(written.map((text) => escaped(text)))).toEqual(written.map(plainText));
});

test('an alert is a quote with its first line, brackets of TeX are those of CommonMark', async () => {
  const written = ['> [!NOTE]\n> text', '\\[a\\] and \\(b\\), \\eqref{c}'];
  expect(await shown(written.map((text) => escaped(text)))).toEqual([
    '[!NOTE] text',
    '[a] and (b), \\eqref{c}',
  ]);
});

test('variables in HTML are text', async () => {
  const html = '<div title="{{title}}">\n{{title}}\n</div>';
  expect(escaped(html)).toBe('<div title="&#123;{title}}">\n&#123;{title}}\n</div>');
  expect(await shown([escaped(html)])).toEqual(['{{title}}']);
});

test('what the tool reads, too, and code stay as they are', () => {
  expect(escaped('$a$ ==b==', ['formulas'])).toBe('$a$ \\==b==');
  const code = '`$a$ ==b==`\n\n```\n::: x\n--\n```\n\nhttps://a.org/~b~/c\n\n\\$5 \\==a==';
  expect(escaped(code)).toBe(code);
});

test('text that is replaced is not escaped', () => {
  const text = '==a== $b$ ==c==';
  const edits = new TextEdits({ path: 'talk.md', realPath: '/talk.md', text });
  edits.replace(0, 5, 'A');
  edits.remove(6, 10);
  escapeOwnSyntax(edits, findRegions(text), []);
  expect(edits.finish().text).toBe('A \\==c==');
});

test('a value is text', async () => {
  const values = [
    'a *b* `c` [d](e) <f> $g$ :h-i: {{j}} ~k~ ^[l]',
    '1. a',
    '- a',
    '+ a',
    '# a',
    '> a',
    '| a |',
    'a & b &amp; c',
    '--',
    'Note: a',
    '{.b}',
  ];
  expect(await shown(values.map(asMarkdownText))).toEqual(values);
});

function plainText(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
