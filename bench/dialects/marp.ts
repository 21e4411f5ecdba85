/**
 * Compares decks of Marp with what marp-core makes of them: slides, headings, text, notes, images, steps, classes,
 * headers, footers and page numbers. Needs `npm install` in bench/.
 *
 * npx tsx bench/dialects/marp.ts DECK.md …
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Marp } from '@marp-team/marp-core';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { renderFixture } from '../../test/support/fixtures.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

type Facts = Readonly<Record<string, string>>;

const files = process.argv.slice(2);
let same = 0;
for (const file of files) {
  const text = readFileSync(file, 'utf8');
  const differences = compare(original(text), await ours(file));
  if (differences.length === 0) same++;
  else console.log(`${file}\n${differences.slice(0, 12).join('\n')}`);
}
console.log(`${same} of ${files.length} decks are the same`);

function compare(theirs: readonly Facts[], own: readonly Facts[]): readonly string[] {
  const found: string[] = [];
  if (theirs.length !== own.length) found.push(`  slides: ${theirs.length}, ours ${own.length}`);
  for (const [i, slide] of theirs.entries()) {
    for (const [name, value] of Object.entries(slide)) {
      const other = own[i]?.[name] ?? '';
      if (value !== other)
        found.push(`  ${i + 1} ${name}: ${around(value, other)}, ours ${around(other, value)}`);
    }
  }
  return found;
}

/** The part of a text in which it differs from another one. */
function around(text: string, other: string): string {
  let at = 0;
  while (at < text.length && text[at] === other[at]) at++;
  return JSON.stringify(text.slice(Math.max(0, at - 20), at + 60));
}

function original(text: string): readonly Facts[] {
  const marp = new Marp({
    inlineSVG: false,
    script: false,
    html: true,
    emoji: { unicode: false, shortcode: true },
  });
  const { html, comments } = marp.render(text, { htmlAsArray: true });
  return html.map((slide, i) => {
    const section = elements(parseFragment(slide)).find(({ tagName }) => tagName === 'section');
    if (!section) return {};
    const all = elements(section);
    const text = (name: string) => plain(all.find((element) => element.tagName === name));
    return {
      headings: all
        .filter(isHeading)
        .map((heading) => plain(heading))
        .join(' | '),
      text: plain(section, ['header', 'footer', 'svg']),
      formulas: String(all.filter(isTypeset).length),
      steps: String(all.filter((element) => attribute(element, 'data-marpit-fragment')).length),
      notes: words(
        (comments[i] ?? [])
          .filter((note) => !isDirective(note))
          .map(noteText)
          .join(' '),
      ),
      images: all
        .filter(({ tagName }) => tagName === 'img')
        .map((image) => nameOf(attribute(image, 'src')))
        .join(' '),
      header: text('header'),
      footer: text('footer'),
      page: attribute(section, 'data-marpit-pagination'),
      classes: attribute(section, 'class'),
    };
  });
}

async function ours(file: string): Promise<readonly Facts[]> {
  const { html } = await renderFixture(path.dirname(file), 'marp', path.basename(file));
  const slides = elements(parseFragment(html)).filter((element) => hasClass(element, 'slide'));
  return slides.map((section) => {
    const all = elements(section);
    const byClass = (name: string) => all.find((element) => hasClass(element, name));
    const layout = byClass('layout');
    const shown = layout ? elements(layout) : [];
    return {
      headings: shown
        .filter(isHeading)
        .map((heading) => plain(heading))
        .join(' | '),
      text: plain(layout, ['svg']),
      formulas: String(shown.filter(({ tagName }) => tagName === 'math').length),
      steps: String(all.filter((element) => hasClass(element, 'fragment')).length),
      notes: plain(byClass('notes'), ['summary']),
      images: [
        ...inElement(byClass('slide-header')),
        ...shown,
        ...inElement(byClass('slide-footer')),
      ]
        .filter(({ tagName }) => tagName === 'img')
        .map((image) => nameOf(attribute(image, 'src')))
        .join(' '),
      header: plain(byClass('slide-header')),
      footer: plain(byClass('slide-footer-text')),
      page: plain(byClass('slide-number')).split(' ')[0] ?? '',
      classes: attribute(section, 'class')
        .replace(
          /(?<!\S)(?:slide|layout-\w+|on-\w+|over-image|has-backdrop|beside-(?:left|right))(?!\S)/g,
          ' ',
        )
        .trim()
        .replace(/\s+/g, ' '),
    };
  });
}

/** What only Marp's command line and its headings read. */
function isDirective(note: string): boolean {
  return /^\s*(?:fit|transition:.*)\s*$/.test(note);
}

/** The text of a note without marks of Markdown, images and styles. */
function noteText(note: string): string {
  return note
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/^\s*\d+[.)]\s/gm, '');
}

/** A formula, typeset by MathJax or KaTeX, or as MathML. */
function isFormula(element: Element): boolean {
  return isTypeset(element) || element.tagName === 'math';
}

function isTypeset(element: Element): boolean {
  return element.tagName === 'mjx-container' || hasClass(element, 'katex');
}

function nameOf(source: string): string {
  const plainName = source.replace(/^\[|\]$/g, '');
  return plainName.startsWith('data:') ? 'data' : path.basename(decodeURI(plainName));
}

function isHeading({ tagName }: Element): boolean {
  return /^h[1-6]$/.test(tagName);
}

function hasClass(element: Element, name: string): boolean {
  return attribute(element, 'class').split(/\s+/).includes(name);
}

function attribute(element: Element, name: string): string {
  return element.attrs.find((attr) => attr.name === name)?.value ?? '';
}

function inElement(element: Element | undefined): readonly Element[] {
  return element ? elements(element) : [];
}

function elements(node: DefaultTreeAdapterTypes.ParentNode): readonly Element[] {
  return node.childNodes.flatMap((child) =>
    'tagName' in child ? [child, ...elements(child)] : [],
  );
}

/** The words of an element, without its formulas and without marks that one of the tools may show and the other not. */
function plain(node: Node | undefined, without: readonly string[] = []): string {
  return words(textOf(node, without));
}

function textOf(node: Node | undefined, without: readonly string[]): string {
  if (node === undefined) return '';
  if ('value' in node) return node.value;
  if (!('childNodes' in node)) return '';
  if ('tagName' in node && (without.includes(node.tagName) || isFormula(node))) return '';
  return node.childNodes.map((child) => textOf(child, without)).join(' ');
}

function words(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
