import type { Block, RawHtml } from '../../model/blocks.ts';
import type { Inline } from '../../model/inline.ts';

/**
 * Moves targets of links above a heading, such as `<a name="here"></a>`, into the heading: they show nothing, and
 * the heading stays the first block of its slide.
 */
export function joinAnchors(blocks: readonly Block[]): readonly Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    if (block.kind !== 'heading') {
      joined.push(block);
      continue;
    }
    const anchors: Inline[] = [];
    for (let own = anchorsOf(joined.at(-1)); own; own = anchorsOf(joined.at(-1))) {
      anchors.unshift(...own);
      joined.pop();
    }
    joined.push(
      anchors.length === 0 ? block : { ...block, content: [...anchors, ...block.content] },
    );
  }
  return joined;
}

/** The content of a block of empty anchors. */
function anchorsOf(block: Block | undefined): readonly Inline[] | undefined {
  if (block?.kind === 'html') return blockAnchors(block);
  if (block?.kind !== 'paragraph' || hasAttributes(block)) return undefined;
  const { content } = block;
  const text = content.map(writtenAnchors).join('').trim();
  return /^(?:<(a|span)\s+id=(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>]+)\s*><\/\1>\s*)+$/i.test(text)
    ? content.filter(({ kind }) => kind === 'html')
    : undefined;
}

/** Empty blocks with an id, such as `<div id="here"></div>`, as inlines. */
function blockAnchors({ content, written }: RawHtml): readonly Inline[] | undefined {
  const html = content.map((part) => (typeof part === 'string' ? part : '|')).join('');
  if (!emptyBlocks.test(html)) return undefined;
  const spans = html
    .replace(/<(\/?)(?:div|p|a|section|header)\b/gi, '<$1span')
    .replace(/>\s+(?=<|$)/g, '>')
    .trim();
  return [{ kind: 'html', content: [spans], ...(written && { written }) }];
}

const emptyBlocks =
  /^\s*(?:<(div|p|a|span|section|header)\s+id=(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>]+)\s*>\s*<\/\1>\s*)+$/i;

/** The HTML of an inline; what cannot be a part of an empty anchor as `|`. */
function writtenAnchors(inline: Inline): string {
  if (inline.kind === 'text') return inline.text.trim() === '' ? '' : '|';
  if (inline.kind !== 'html') return '|';
  return inline.content.map((part) => (typeof part === 'string' ? part : '|')).join('');
}

function hasAttributes({ attributes: { id, classes, values } }: Block): boolean {
  return id !== undefined || classes.length > 0 || values.size > 0;
}
