import { type ChildNode, isTag, isText } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { widthOf } from '../../../2-parse/room/text-width.ts';
import { codeKey } from '../../../3-resolve/code/code-key.ts';
import { languageModule } from '../../../3-resolve/code/languages.ts';
import type { Code } from '../../../model/blocks.ts';
import type { CodeItem, CodeLine } from '../slide/items.ts';
import type { Run, RunStyle } from '../text/paragraph.ts';

/** The tokens of the colors of code, by the classes of highlight.js, as in `themes/base/code.css`. */
const colors: Readonly<Record<string, readonly string[]>> = {
  '--code-keyword': ['keyword', 'literal', 'selector-tag', 'deletion', 'doctag'],
  '--code-string': ['string', 'regexp', 'addition', 'quote', 'link'],
  '--code-number': ['number', 'symbol', 'bullet', 'variable', 'template-variable'],
  '--code-comment': ['comment', 'meta', 'code'],
  '--code-title': ['title', 'section', 'name', 'selector-id', 'selector-class'],
  '--code-type': ['type', 'built_in'],
  '--code-attribute': ['attr', 'attribute', 'property'],
};
const tokens = new Map(
  Object.entries(colors).flatMap(([token, classes]) =>
    classes.map((name) => [name, token] as const),
  ),
);

/** Reads a code block as lines of colored text. */
export function readCode(code: Code, highlighted: ReadonlyMap<string, string>): CodeItem {
  const html = highlighted.get(codeKey(code));
  const lines =
    html === undefined
      ? code.text.split('\n').map((text) => (text === '' ? [] : [plainRun(text)]))
      : splitLines(runsIn(parseDocument(html).children, {}));
  return {
    kind: 'code',
    ...(code.title !== undefined && { title: code.title }),
    lines: lines.map((runs, index) => decorate(runs, index, code)),
    columns:
      code.text.split('\n').reduce((most, line) => Math.max(most, widthOf(line)), 1) +
      gutterOf(code),
    language: code.language,
  };
}

function gutterOf({ firstNumber, changes }: Code): number {
  return (firstNumber === undefined ? 0 : 5) + (changes.size > 0 ? 2 : 0);
}

/** Adds the number and the sign of a line. */
function decorate(
  runs: readonly Run[],
  index: number,
  { firstNumber, changes, text, language }: Code,
): CodeLine {
  const before: Run[] = [];
  if (firstNumber !== undefined) {
    const digits = String(firstNumber + text.split('\n').length).length;
    const number = `${String(firstNumber + index).padStart(digits)}  `;
    before.push({ kind: 'text', text: number, style: { color: '--code-comment' } });
  }
  const change = changes.get(index + 1);
  // In a diff, the signs are part of the text.
  if (changes.size > 0 && languageModule(language) !== 'diff') {
    const sign = change === 'added' ? '+ ' : change === 'removed' ? '- ' : '  ';
    before.push({ kind: 'text', text: sign, style: { bold: true } });
  }
  const background = change && `--code-${change}`;
  return { runs: [...before, ...runs], ...(background && { background }) };
}

function plainRun(text: string): Run {
  return { kind: 'text', text: spaced(text), style: {} };
}

/** Tabs have two columns, as on slides. */
function spaced(text: string): string {
  return text.replaceAll('\t', '  ');
}

function runsIn(nodes: readonly ChildNode[], style: RunStyle): readonly Run[] {
  return nodes.flatMap((node): readonly Run[] => {
    if (isText(node)) return [{ kind: 'text', text: spaced(node.data), style }];
    if (!isTag(node)) return [];
    return runsIn(node.children, { ...style, ...styleOf(node.attribs.class ?? '') });
  });
}

function styleOf(classes: string): RunStyle {
  const names = classes.split(' ').map((name) => name.replace(/^hljs-/, ''));
  if (names.includes('class_')) return { color: '--code-type' };
  if (names.includes('subst')) return { color: '--code-text' };
  if (names.includes('emphasis')) return { italic: true };
  const token = names.map((name) => tokens.get(name)).find((found) => found !== undefined);
  const bold = names.includes('strong') || names.includes('section');
  return { ...(token !== undefined && { color: token }), ...(bold && { bold }) };
}

function splitLines(runs: readonly Run[]): readonly (readonly Run[])[] {
  const lines: Run[][] = [[]];
  for (const run of runs) {
    if (run.kind !== 'text') continue;
    for (const [index, text] of run.text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push({ ...run, text });
    }
  }
  if (lines.length > 1 && lines.at(-1)?.length === 0) lines.pop();
  return lines;
}
