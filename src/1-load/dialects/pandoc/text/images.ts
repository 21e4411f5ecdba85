import type { TextEdits } from '../../text-edits.ts';
import { isAttributeList, type PandocAttributes, readPandocAttributes } from '../attributes.ts';
import type { Line } from '../lines.ts';
import type { InlineTranslator } from './inline.ts';

/** An image that is all of its paragraph, by offsets in the paragraph. */
interface LoneImage {
  readonly captionStart: number;
  readonly captionEnd: number;
  readonly targetEnd: number;
  /** Where its title ends, which only shows when the mouse is over it: `targetEnd` if it has none. */
  readonly titleEnd: number;
  readonly attributes: PandocAttributes;
}

/**
 * Gives an image alone its text as its caption, with its number; `fig-alt` describes it. A caption with links,
 * formulas and the like is below the image in a figure.
 */
export function captionImage(
  lines: readonly Line[],
  edits: TextEdits,
  inline: InlineTranslator,
): void {
  const start = lines[0]?.start ?? 0;
  const text = lines.map((line) => line.text).join('\n');
  const found = loneImage(text);
  if (!found) return;
  const { captionStart, captionEnd, targetEnd, titleEnd, attributes } = found;
  const caption = text.slice(captionStart, captionEnd);
  const lead = inline.leadOf(attributes.id) ?? '';
  const own = attributes.values.get('fig-cap') ?? caption;
  const described = attributes.values.get('fig-alt');
  const [from, to, end] = [start + captionStart, start + captionEnd, start + text.trimEnd().length];
  if (isRich(caption) && own === caption) {
    const align = alignmentOf(attributes);
    edits.insert(start, `<figure${align === undefined ? '' : ` class="${align}"`}>\n\n`);
    edits.insert(from, altOf(described ?? plainText(caption)));
    edits.insert(end, `\n\n<figcaption>\n\n${lead}`);
    edits.insert(to, '\n\n</figcaption>\n</figure>');
    edits.move(from, to, end);
    return;
  }
  const shown = own === '' ? lead.replace(/\W+$/, '') : lead + plainText(own).replaceAll('"', '”');
  if (shown !== '') edits.replace(start + targetEnd, start + titleEnd, ` "${shown}"`);
  if (described !== undefined) edits.replace(from, to, altOf(described));
}

function loneImage(text: string): LoneImage | undefined {
  const lead = /^ {0,3}!\[/.exec(text)?.[0].length;
  const captionEnd = lead === undefined ? undefined : closingBracket(text, lead);
  if (lead === undefined || captionEnd === undefined) return undefined;
  const [, target = '', title, list] =
    /^\]\(((?:\\.|[^()\\\s]|\([^()]*\))+)( "[^"]*")?\)(?:\{((?:"[^"]*"|[^{}"])*)\})?\s*$/.exec(
      text.slice(captionEnd),
    ) ?? [];
  if (target === '' || (list !== undefined && !isAttributeList(list))) return undefined;
  return {
    captionStart: lead,
    captionEnd,
    targetEnd: captionEnd + 2 + target.length,
    titleEnd: captionEnd + 2 + target.length + (title?.length ?? 0),
    attributes: readPandocAttributes(list ?? ''),
  };
}

/** The bracket that closes the one before an offset. */
function closingBracket(text: string, from: number): number | undefined {
  let depth = 1;
  for (const { 0: sign, index } of text.slice(from).matchAll(/\\.|`[^`]*`|[[\]]/g)) {
    if (sign === '[') depth++;
    else if (sign === ']' && --depth === 0) return from + index;
  }
  return undefined;
}

/** Whether a caption has more than words and emphasis. */
function isRich(caption: string): boolean {
  return /[[\]<$^]|\{\{<|(?:^|\s)-?@\w/.test(caption.replace(/\\./g, ''));
}

/** The words of a caption, without their marks. */
function plainText(caption: string): string {
  return caption
    .replace(/\{\{<[\s\S]*?>\}\}|\^\[[^\]]*\]|\[\^[^\]]*\]|<[^<>]*>/g, '')
    .replace(/\[([^[\]]*)\](?:\([^()]*\)|\{[^{}]*\})/g, '$1')
    .replace(/[*_`$]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function altOf(text: string): string {
  return text.replace(/[[\]\n]/g, ' ');
}

/** The class of a figure that is at a side of the slide. */
export function alignmentOf({ values }: PandocAttributes): string | undefined {
  const side = /^(?:left|right|center)$/.exec(values.get('fig-align') ?? '')?.[0];
  return side === undefined ? undefined : `figure-${side}`;
}
