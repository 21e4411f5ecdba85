import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { expect, test } from 'vitest';
import { typesetAll } from '../src/3-resolve/math/typeset.ts';
import type { SlideContext } from '../src/4-render/context.ts';
import { renderMath } from '../src/4-render/math.ts';
import { Report } from '../src/base/diagnostics/report.ts';
import { packageRoot } from '../src/base/files/package-root.ts';
import type { Deck } from '../src/model/deck.ts';
import type { TexFormula } from '../src/model/inline.ts';

type Element = DefaultTreeAdapterTypes.Element;

/** All names of commands and environments that temml's program contains. */
const program = readFileSync(path.join(packageRoot, 'node_modules/temml/dist/temml.mjs'), 'utf8');
const commands = [...program.matchAll(/(["'])\\\\([A-Za-z@]+|[^A-Za-z])\1/g)].map(
  ([, , name = '']) => `\\${name}`,
);
const environments = [...program.matchAll(/names: \[([^\]]*)\]/g)].flatMap(([, names = '']) =>
  [...names.matchAll(/"([A-Za-z]+\*?)"/g)].map(([, name = '']) => name),
);

const formulas = new Set([
  ...commands.flatMap((name) => [
    `${name} x`,
    `${name}{\\frac a b}{\\text{w}}`,
    `${name}[a]{b}{c}`,
    `\\text{${name} a}`,
    `\\mathrm{${name} ab}`,
    `x_{${name}{}{2pt}}`,
    `\\left( ${name} \\right)`,
  ]),
  ...environments.flatMap((name) => [
    `\\begin{${name}} a \\\\ b \\end{${name}}`,
    `\\begin{${name}}{2} a & b \\\\ c & d \\tag{x} \\end{${name}}`,
    `\\begin{${name}}{} \\end{${name}}`,
  ]),
  '\\begin{CD} A @>f>> B \\\\ @VVV @VVV \\\\ C @>>> D \\end{CD}',
  '\\begin{CD} A @= B \\\\ @AaAbA @. \\\\ C @<<g< D \\end{CD}',
  '\\mathop{\\int}_a^b \\mathrel{\\frac a b} \\mathord{\\sqrt x}',
  '\\text{a $b \\text{ c $d$}$ <i>&amp;</i>}',
]);

const fixedCounts: Readonly<Record<string, number>> = {
  mfrac: 2,
  mroot: 2,
  msub: 2,
  msup: 2,
  munder: 2,
  mover: 2,
  msubsup: 3,
  munderover: 3,
};
const forText = /^(?:mi|mn|mo|ms|mtext)$/;

test('a browser reads every formula as the tree that it is', async () => {
  const failures: string[] = [];
  const read = await Promise.all(
    [...formulas].map(async (tex) => [tex, await render(tex)] as const),
  );
  for (const [tex, math] of read) {
    const problem = math && problemIn(math);
    if (problem) failures.push(`${tex}: ${problem}`);
  }
  expect(failures).toEqual([]);
  expect(read.filter(([, math]) => math).length).toBeGreaterThan(5000);
});

async function render(tex: string): Promise<string | undefined> {
  const span = { file: 'deck.md', line: 1, column: 1, length: 1, lineText: '' };
  const formula: TexFormula = { tex, display: true, lines: [span] };
  const deck = {
    formulas: [formula],
    macros: new Map(),
    frontMatter: { dir: 'ltr' },
    equations: new Map(),
  } as unknown as Deck;
  const typeset = await typesetAll(deck, [], new Report());
  const context = { deck, resources: { formulas: typeset }, features: new Set() };
  return renderMath(formula, context as unknown as SlideContext)?.toString();
}

/** What is wrong with the markup of a formula, as a browser reads it. */
function problemIn(math: string): string | undefined {
  const { childNodes } = parseFragment(`<p>${math}</p><p>after</p>`);
  const [first, second, ...others] = childNodes;
  const isWhole = second?.nodeName === 'p' && others.length === 0 && first && 'childNodes' in first;
  const [root, ...rest] = isWhole ? first.childNodes : [];
  if (root?.nodeName !== 'math' || rest.length > 0) return 'it reaches beyond its end';
  return problemInElement(root as Element);
}

function problemInElement({ tagName, namespaceURI, childNodes }: Element): string | undefined {
  if (!namespaceURI.endsWith('MathML')) return `<${tagName}> is no MathML`;
  const elements = childNodes.filter((node): node is Element => 'tagName' in node);
  if (forText.test(tagName)) return elements.length > 0 ? `<${tagName}> is not text` : undefined;
  if (elements.length < childNodes.length) return `text in <${tagName}>`;
  const count = fixedCounts[tagName] ?? elements.length;
  if (elements.length !== count) return `<${tagName}> has ${elements.length} children`;
  return elements.map(problemInElement).find((problem) => problem !== undefined);
}
