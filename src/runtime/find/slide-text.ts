import { fold } from './fold.ts';

/** What can be read on a slide, in one string, and where each part of it stands. */
export interface SlideText {
  readonly slide: HTMLElement;
  readonly text: string;
  readonly folded: string;
  readonly pieces: readonly Piece[];
}

interface Piece {
  readonly node: Text;
  readonly start: number;
}

/** Between blocks: no hit goes from one over into the next. */
const gap = '\0';

/** Not to be seen on the slide, or the same on all of them. */
const passedOver = '.notes, .slide-header, .slide-footer, .chart-data, annotation, script, style';
const blocks =
  'p, li, h1, h2, h3, h4, h5, h6, td, th, dt, dd, pre, figcaption, blockquote, text, .line, math';

export function readSlide(slide: HTMLElement): SlideText {
  const pieces: Piece[] = [];
  let text = '';
  let last: Element | null = null;
  for (const node of textNodes(slide)) {
    const block = node.parentElement?.closest(blocks) ?? null;
    if (pieces.length > 0 && block !== last) text += gap;
    last = block;
    pieces.push({ node, start: text.length });
    text += node.data;
  }
  return { slide, text: text.replaceAll(gap, ' '), folded: fold(text), pieces };
}

function textNodes(slide: HTMLElement): readonly Text[] {
  const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, {
    acceptNode: (node) => {
      if (node instanceof Element) {
        return node.matches(passedOver) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
      }
      return node.nodeValue?.trim() ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP;
    },
  });
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  return nodes;
}

/** From one place in the text up to another one. */
export function rangeOf({ pieces }: SlideText, start: number, end: number): Range {
  const range = new Range();
  const first = pieceAt(pieces, start);
  const last = pieceAt(pieces, end - 1);
  range.setStart(first.node, start - first.start);
  range.setEnd(last.node, end - last.start);
  return range;
}

function pieceAt(pieces: readonly Piece[], place: number): Piece {
  return pieces.findLast(({ start }) => start <= place) as Piece;
}
