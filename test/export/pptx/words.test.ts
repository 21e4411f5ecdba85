import { readdirSync } from 'node:fs';
import path from 'node:path';
import { type ChildNode, isTag, isText } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { expect, test } from 'vitest';
import { buildPage, Inputs, Report } from '../../../build.ts';
import { writePresentation } from '../../../src/6-export/pptx/presentation.ts';
import { packageRoot } from '../../../src/base/files/package-root.ts';
import { OpenedFile, textOf } from './opened-file.ts';

/** The words of each slide that are not on the slide of its PowerPoint file, and were not named as a loss. */
async function missingWords(deck: string): Promise<readonly string[]> {
  const report = new Report();
  const options = { cwd: packageRoot, root: packageRoot, allowRemote: false, share: false };
  const page = await buildPage(deck, options, report, new Inputs());
  if (!page || report.hasErrors) return [];
  const slides = Array.from({ length: page.slideCount }, (_, index) => index + 1);
  const { bytes, losses } = await writePresentation(page, { slides, rasters: new Map(), report });
  const file = new OpenedFile(bytes);
  const named = wordsIn(losses.map(({ detail }) => detail).join(' '));
  const shown = page.parts.columns.flat();
  return shown.flatMap(({ html }, index) => {
    const slide = file.slides[index];
    const own = slide ? `${textOf(slide)} ${alternativesIn(file, index)}` : '';
    const all = wordsIn(own).join('');
    const missing = wordsIn(visibleText(parseDocument(html).children)).filter(
      (word) => !all.includes(word) && !named.includes(word),
    );
    const name = path.relative(packageRoot, deck);
    return missing.length === 0 ? [] : [`${name} ${index + 1}: ${missing.join(' ')}`];
  });
}

function alternativesIn(file: OpenedFile, index: number): string {
  const name = file.numbered('ppt/slides/slide')[index] ?? '';
  return [...file.text(name).matchAll(/descr="([^"]*)"/g)].map(([, text]) => text).join(' ');
}

/** What a reader sees, without what is not text in PowerPoint: formulas and charts. */
function visibleText(nodes: readonly ChildNode[]): string {
  return nodes
    .map((node) => {
      if (isText(node)) return node.data;
      if (!isTag(node)) return '';
      const { class: classes = '', hidden } = node.attribs;
      const isOther = /^(?:script|style|math)$/.test(node.name);
      if (isOther || hidden !== undefined || /\b(?:chart|notes)\b/.test(classes)) return ' ';
      const text = visibleText(node.children);
      return inline.test(node.name) ? text : ` ${text} `;
    })
    .join('');
}

const inline = /^(?:a|b|code|del|em|font|i|kbd|mark|s|small|span|strong|sub|sup|tspan|u)$/;

function wordsIn(text: string): readonly string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

function decksIn(folder: string): readonly string[] {
  return readdirSync(path.join(packageRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?:^|\/)[\w-]+\.md$/.test(name) && !/README|expected|actual/.test(name))
    .sort()
    .map((name) => path.join(packageRoot, folder, name));
}

/** Of the many small decks in a folder, every so many are enough. */
const folders = [
  ['slides', 1],
  ['src/templates', 1],
  ['test/looks', 1],
  ['test/dialects', 10],
] as const;

test.each(folders)(
  'each word on the slides of the decks in %s is in their PowerPoint files, or named',
  async (folder, every) => {
    const decks = decksIn(folder).filter((_, index) => index % every === 0);
    const missing: string[] = [];
    for (const deck of decks) missing.push(...(await missingWords(deck)));
    expect(missing).toEqual([]);
  },
);
