import type { PandocDeck } from '../pandoc/deck.ts';
import { colonsAt, type Div, replaceLine } from '../pandoc/divs.ts';
import type { TextEdits } from '../text-edits.ts';
import { writeCallout } from './callouts.ts';
import { writeFloat } from './floats.ts';
import type { Labels } from './labels.ts';
import { writeSideBySide } from './side-by-side.ts';
import { writeTheorem } from './theorems.ts';

/** The text of `::: footer`, which stands in for the footer of the deck on its slide. */
export function slideFooter({ open, content }: Div, { author }: PandocDeck): string | undefined {
  if (!open.attributes.classes.includes('footer') || open.depth > 0) return undefined;
  const [first, last] = [content[0], content.at(-1)];
  const text = first && last ? author.text.slice(first.start, last.end) : '';
  return text.replace(/\s+/g, ' ').trim();
}

/** Writes the divs that only Quarto has; the callouts among them are kept in a list. */
export function writeDiv(div: Div, deck: PandocDeck, labels: Labels, callouts: Div[]): boolean {
  const { classes, values, id } = div.open.attributes;
  const { edits } = deck;
  // A callout is a quote, in which there are no blocks: only their content is shown.
  if (callouts.some(({ content }) => content.includes(div.open))) {
    replaceLine(div.open, '', edits);
    if (div.close) replaceLine(div.close, '', edits);
    return true;
  }
  if (writeCallout(div, labels, deck)) callouts.push(div);
  if (callouts.at(-1) === div || writeFloat(div, labels, deck)) return true;
  if (writeTheorem(div, labels, deck) || writeSideBySide(div, deck)) return true;
  const format = values.get('when-format') ?? values.get('unless-format');
  const isForSlides = /^(?:revealjs|html(?::js)?)$/.test(format ?? '');
  if (classes.includes('content-visible') || classes.includes('content-hidden')) {
    const isNegated = values.has('unless-format');
    const isMeant = format === undefined || isForSlides !== isNegated;
    if (isMeant === classes.includes('content-visible')) return false;
    remove(div, edits);
    return true;
  }
  if (classes.includes('panel-tabset')) {
    deck.reportUnmapped(div.open.start, 3, 'tabs are shown one below the other');
    return false;
  }
  if (classes.includes('footer') && div.open.depth === 0) {
    remove(div, edits);
    return true;
  }
  if (classes.includes('footer') || classes.includes('aside')) {
    const { open, close } = div;
    const end = deck.slideEnd(open.start);
    const isMoved = open.depth === 0 && close !== undefined && end > close.end;
    replaceLine(open, `${isMoved ? '\n' : ''}${colonsAt(open.depth)} aside`, edits);
    if (close) replaceLine(close, colonsAt(open.depth), edits);
    if (isMoved) edits.move(open.start, close.end, end);
    return true;
  }
  if (id === 'refs') {
    edits.remove(div.open.start, div.close?.end ?? div.open.end);
    return true;
  }
  return false;
}

function remove({ open, content, close }: Div, edits: TextEdits): void {
  edits.remove(open.start, close?.end ?? content.at(-1)?.end ?? open.end);
}
