import type { Tokens } from 'marked';
import type { Figure, Image, Inline, Media, Paragraph, Span } from '../../deck.ts';
import { takeTrailingAttributes } from '../attributes.ts';
import type { SlideContext } from '../context.ts';
import { parseInlines } from '../inline.ts';
import { isMediaPath, mediaType } from '../media-type.ts';
import type { SourceMap } from '../source-map.ts';

/** Text; or a picture, video or sound that stands alone between blank lines. */
export function parseParagraph(
  token: Tokens.Paragraph,
  map: SourceMap,
  context: SlideContext,
): Paragraph | Figure | Media {
  const lead = token.raw.length - token.raw.trimStart().length;
  const span = map.span(lead, token.raw.trim().split('\n')[0]?.trimEnd().length ?? 1);
  const inner = map.within(token.raw, token.tokens.map(({ raw }) => raw).join(''));
  const content = parseInlines(token.tokens, inner, context);
  const alone = soleImage(content);
  if (alone) return parsePicture(alone, span);
  reportInlineMedia(content, context);
  const taken = takeTrailingAttributes(content, token.text, inner, context);
  return { kind: 'paragraph', span, content: taken.content, attributes: taken.attributes };
}

function soleImage(content: readonly Inline[]): Image | undefined {
  const solid = content.filter((inline) => inline.kind !== 'text' || inline.text.trim() !== '');
  const [only] = solid;
  return solid.length === 1 && only?.kind === 'image' ? only : undefined;
}

function parsePicture(image: Image, span: Span): Figure | Media {
  const { source, alt, title: caption, attributes } = image;
  const type = mediaType(source.path);
  if (type === undefined) return { kind: 'figure', span, image, attributes };
  return { kind: 'media', type, span, source, alt, attributes, ...(caption && { caption }) };
}

function reportInlineMedia(content: readonly Inline[], context: SlideContext): void {
  for (const inline of content) {
    if (inline.kind === 'image' && isMediaPath(inline.source.path)) {
      const hint = 'leave a blank line above and below';
      context.report.add(
        'image-type',
        inline.source.span,
        'a video or sound needs a paragraph of its own',
        hint,
      );
    }
  }
}
