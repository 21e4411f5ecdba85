/**
 * Compares how Lectern and Pandoc read decks: slides with their titles, notes, steps, and the count of images, items,
 * code blocks and tables, and the words that are missing. Needs `pandoc` on the path. Of Quarto's own syntax, Pandoc
 * reads only what both have; so a deck may be compared with a page that Quarto made of it.
 *
 *     npx tsx bench/dialects/pandoc.ts talk.md talk.qmd talk.qmd=talk.html …
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { buildPage, Inputs, Report } from '../../build.ts';
import { findRoot } from '../../src/base/files/project-root.ts';

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.DocumentFragment;
type Element = DefaultTreeAdapterTypes.Element;

interface Outline {
  readonly title: string;
  readonly notes: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly words: readonly string[];
}

/** What is counted on a slide, by the elements that show it. */
const counted: Readonly<Record<string, (element: Element) => boolean>> = {
  // A box replaces an image whose file is missing.
  images: (element) =>
    element.tagName === 'img' || /(?:^| )missing(?: |$)/.test(attribute(element, 'class')),
  steps: (element) => /(?:^| )fragment(?: |$)/.test(attribute(element, 'class')),
  items: ({ tagName }) => tagName === 'li',
  code: ({ tagName }) => tagName === 'pre',
  tables: ({ tagName }) => tagName === 'table',
};

function readByPandoc(file: string, isQuarto: boolean): readonly Outline[] {
  const options = ['-f', 'markdown', '-t', 'revealjs', '--standalone', '--mathml'];
  const level = isQuarto ? ['--slide-level=2'] : [];
  const html = execFileSync('pandoc', [...options, ...level, path.basename(file)], {
    cwd: path.dirname(file),
    encoding: 'utf8',
    maxBuffer: 100_000_000,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return slidesIn(html);
}

function slidesIn(html: string): readonly Outline[] {
  const slides = html.slice(Math.max(0, html.indexOf('<div class="slides">')));
  return sectionsIn(parseFragment(slides)).map((slide) => outlineOf(slide));
}

async function readByLectern(file: string, isQuarto: boolean): Promise<readonly Outline[]> {
  const folder = path.dirname(file);
  const root = findRoot(file, folder);
  const options = { cwd: folder, root, allowRemote: false, share: false };
  const dialect = isQuarto ? 'quarto' : 'pandoc';
  const page = await buildPage(file, { ...options, dialect }, new Report(), new Inputs());
  const html = (page?.parts.columns.flat() ?? []).map((slide) => slide.html).join('\n');
  return sectionsIn(parseFragment(html)).map((slide, i) => ({
    ...outlineOf(slide),
    notes: plain(textIn(parseFragment(page?.slides[i]?.notes ?? ''))),
  }));
}

/** The slides in a document, without the stacks around them. */
function sectionsIn(node: Node): readonly Element[] {
  const isSlide =
    isElement(node) &&
    node.tagName === 'section' &&
    (/(?:^| )(?:slide|title-slide)(?: |$)/.test(attribute(node, 'class')) ||
      attribute(node, 'id') === 'title-slide');
  const inner = childrenOf(node).flatMap(sectionsIn);
  return isSlide ? [node, ...inner] : inner;
}

function outlineOf(slide: Element): Outline {
  const elements = elementsIn(slide);
  const heading = elements.find(({ tagName }) => /^h[1-6]$/.test(tagName));
  const notes = elements.filter(({ tagName }) => tagName === 'aside');
  const shown = elementsIn(withoutAsides(slide));
  const counts = Object.entries(counted).map(
    ([name, isCounted]) => [name, shown.filter(isCounted).length] as const,
  );
  const spoken = notes.filter((note) => /(?:^| )notes(?: |$)/.test(attribute(note, 'class')));
  return {
    title: heading ? plain(textIn(heading)) : '',
    notes: plain(spoken.map(textIn).join(' ')),
    counts: Object.fromEntries(counts),
    words: textIn(withoutAsides(slide)).match(/[\p{L}\p{N}]+/gu) ?? [],
  };
}

/** A slide without its notes and its number. */
function withoutAsides<Kind extends Node>(node: Kind): Kind {
  const isAside = (child: Node): boolean =>
    isElement(child) &&
    (child.tagName === 'section' ||
      /(?:^| )(?:notes|slide-number|slide-header|slide-footer|logo|footnotes|aside-footnotes)(?: |$)/.test(
        attribute(child, 'class'),
      ));
  if (!('childNodes' in node)) return node;
  const kept = node.childNodes.filter((child) => !isAside(child)).map(withoutAsides);
  return { ...node, childNodes: kept };
}

/** The elements in a slide, without those of slides in it. */
function elementsIn(node: Element): readonly Element[] {
  return childrenOf(node).flatMap((child) =>
    isElement(child) && child.tagName !== 'section' ? [child, ...elementsIn(child)] : [],
  );
}

function textIn(node: Node): string {
  if (isElement(node) && /^(?:annotation|style|script)$/.test(node.tagName)) return '';
  const isCell = isElement(node) && /^t[hd]$/.test(node.tagName);
  return 'value' in node ? node.value : childrenOf(node).map(textIn).join('') + (isCell ? ' ' : '');
}

function childrenOf(node: Node): readonly DefaultTreeAdapterTypes.ChildNode[] {
  return 'childNodes' in node ? node.childNodes : [];
}

function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

function attribute({ attrs }: Element, name: string): string {
  return attrs.find((each) => each.name === name)?.value ?? '';
}

/** Letters and digits: quotation marks and spaces differ. MathJax's styles are in the last notes. */
function plain(text: string): string {
  return text
    .replace(/span\.mjx-assistive-mathml[\s\S]*/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}

function differencesOf(there: Outline, here: Outline | undefined, number: number): string[] {
  const { words, ...outline } = there;
  const { words: ownWords = [], ...ownOutline } = here ?? {};
  const left = new Set(ownWords);
  const missing = [...new Set(words)].filter((word) => !left.has(word));
  const [a, b] = [outline, ownOutline].map((each) => JSON.stringify(each));
  return [
    ...(a === b ? [] : [`slide ${number}: ${a} there, ${b} here`]),
    ...(missing.length === 0 ? [] : [`slide ${number}: missing ${missing.slice(0, 12).join(' ')}`]),
  ];
}

let same = 0;
const files = process.argv.slice(2);
for (const [name = '', page] of files.map((each) => each.split('='))) {
  const file = path.resolve(name);
  const isQuarto = /\.(?:qmd|rmd)$/i.test(file);
  const original =
    page === undefined ? readByPandoc(file, isQuarto) : slidesIn(readFileSync(page, 'utf8'));
  const own = await readByLectern(file, isQuarto);
  const differences = original.flatMap((slide, i) => differencesOf(slide, own[i], i + 1));
  if (own.length !== original.length) {
    differences.unshift(`${original.length} slides there, ${own.length} here`);
  }
  if (differences.length === 0) same++;
  console.log(`${differences.length === 0 ? 'same' : 'different'}: ${file}`);
  for (const difference of differences.slice(0, 10)) console.log(`  ${difference}`);
}
console.log(`${same} of ${files.length} are the same`);
