import { escapeHtml } from '../../../base/html.ts';
import { asMarkdownText } from '../shared/escape.ts';
import { pathOf, publicFile, reportUnmapped } from './deck.ts';
import type { SlideText } from './elements/slide-text.ts';
import { literalOf } from './literal.ts';

const mustache = /\{\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}\}/g;

/** Replaces `{{ … }}` in a stretch: the values of literals and of the front matter are shown, all else is left out. */
export function fillMustaches(start: number, end: number, isHtml: boolean, slide: SlideText): void {
  for (const { 0: whole, 1: expression = '', index } of slide.text(start, end).matchAll(mustache)) {
    const at = start + index;
    const value = resultOf(expression.trim(), slide);
    if (value === undefined) {
      const message = 'expressions of Vue, such as {{ x }}, are left out: nothing runs them';
      reportUnmapped(slide.deck, at, whole.length, message);
    }
    const text = value ?? '';
    slide.edits.replace(at, at + whole.length, isHtml ? escapeHtml(text) : asMarkdownText(text));
  }
}

/** The value of an expression, as far as it is the same whenever the slide is shown. */
function resultOf(expression: string, { slide, deck }: SlideText): string | undefined {
  const literal = literalOf(expression);
  if (literal !== undefined) return literal;
  if (
    /^\$(?:page|nav\.currentPage|slidev\.nav\.currentPage|nav\.currentSlideNo)$/.test(expression)
  ) {
    return String(slide.number);
  }
  if (/^\$(?:slidev\.)?nav\.total$/.test(expression)) {
    return String(deck.slides.filter(({ isShown }) => isShown).length);
  }
  const [, own] = /^\$frontmatter(?:\.|\[')(\w+)(?:'\])?$/.exec(expression) ?? [];
  if (own !== undefined) return slide.settings.text(own);
  const [, config] = /^\$slidev\.configs\.(\w+)$/.exec(expression) ?? [];
  return config === undefined ? undefined : deck.head.text(config);
}

/** Leaves out the lines that a formula highlights step by step, `$$ {1|3|all}`, and blank lines, which KaTeX skips. */
export function translateFormula(start: number, end: number, slide: SlideText): void {
  const text = slide.text(start, end);
  const steps = /^\$\$(\s*)((?:\{[^{}\n]*\}[ \t]*)+)(?=\n)/.exec(text);
  const [whole = '', space = '', braces = ''] = steps ?? [];
  if (steps && (!space.includes('\n') || /^\{(?:all|[\d*,|-])+\}/.test(braces))) {
    const at = start + whole.length - braces.length;
    const message = 'lines of formulas are not highlighted step by step';
    reportUnmapped(slide.deck, at, braces.trimEnd().length, message);
    slide.edits.remove(start + '$$'.length, start + whole.length);
  }
  if (!text.startsWith('$$')) return;
  for (const { 0: blank, index } of text.matchAll(/(?<=\n)(?:[ \t]*\n)+/g)) {
    slide.edits.remove(start + index, start + index + blank.length);
  }
}

/** Names the files of images and links in Markdown: `/logo.png` is `public/logo.png`, and `/3` the third slide. */
export function locateFiles(start: number, end: number, slide: SlideText): void {
  const { deck, edits } = slide;
  const target = /(!?)\[(?:\\.|[^\]\\\n])*\]\(<?(?=[@~]?\/(?!\/))([^\s()<>]+)/g;
  for (const { 0: whole, 1: sign, 2: path = '', index } of slide
    .text(start, end)
    .matchAll(target)) {
    const at = start + index + whole.length - path.length;
    const number = /^\/(\d+)$/.exec(path)?.[1];
    const link = number === undefined ? publicFile(path, deck) : `#/${number}`;
    const found = sign === '!' ? pathOf(path, deck) : link;
    if (found !== undefined && found !== path) edits.replace(at, at + path.length, found);
  }
}
