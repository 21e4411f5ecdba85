import { fold } from './fold.ts';

/** The text of a slide as one string, and the text nodes that it consists of. */
export interface SlideText {
  readonly slide: HTMLElement;
  readonly text: string;
  readonly folded: string;
  readonly parts: readonly TextPart[];
}

interface TextPart {
  readonly node: Text;
  readonly start: number;
}

/** Separates blocks: no match spans two blocks. */
const gap = '\0';

/** Elements that are hidden, or the same on all slides. */
const ignored = '.notes, .slide-header, .slide-footer, .chart-data, annotation, script, style';
const blocks =
  'p, li, h1, h2, h3, h4, h5, h6, td, th, dt, dd, pre, figcaption, blockquote, text, .line, math';

export function readSlide(slide: HTMLElement): SlideText {
  const parts: TextPart[] = [];
  let text = '';
  let last: Element | null = null;
  for (const node of textNodes(slide)) {
    const block = node.parentElement?.closest(blocks) ?? null;
    if (parts.length > 0 && block !== last) text += gap;
    last = block;
    parts.push({ node, start: text.length });
    text += node.data;
  }
  return { slide, text: text.replaceAll(gap, ' '), folded: fold(text), parts };
}

function textNodes(slide: HTMLElement): readonly Text[] {
  const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, {
    acceptNode: (node) => {
      if (node instanceof Element) {
        return node.matches(ignored) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
      }
      return node.nodeValue?.trim() ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP;
    },
  });
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  return nodes;
}

/** The range between two offsets in the text. */
export function rangeOf({ parts }: SlideText, start: number, end: number): Range {
  const range = new Range();
  const first = partAt(parts, start);
  const last = partAt(parts, end - 1);
  range.setStart(first.node, start - first.start);
  range.setEnd(last.node, end - last.start);
  return range;
}

function partAt(parts: readonly TextPart[], offset: number): TextPart {
  return parts.findLast(({ start }) => start <= offset) as TextPart;
}
