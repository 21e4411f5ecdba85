import type { Token, Tokens } from 'marked';
import type { Figure, Media, Paragraph } from '../../model/blocks.ts';
import type { Image } from '../../model/inline.ts';
import type { Span } from '../../model/source.ts';
import {
  attributeUses,
  mergeAttributes,
  noAttributes,
  readAttributes,
} from '../attributes/attributes.ts';
import { type Braces, splitTrailingBraces } from '../attributes/braces.ts';
import type { SlideContext } from '../context.ts';
import { imageUse, parseImage, parseInlines, touchingBraces } from '../inline/inline.ts';
import { mediaType } from '../inline/media-type.ts';
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
  const { tokens, braces } = splitTrailingBraces(token.tokens);
  const picture = soleImage(tokens, inner, context);
  if (picture) return parsePicture(withAttributes(picture, braces, inner, context), span);
  return {
    kind: 'paragraph',
    span,
    content: parseInlines(tokens, inner, context),
    attributes: braces
      ? readAttributes(braces.text, inner.from(braces.start), attributeUses.block, context)
      : noAttributes,
  };
}

/** The picture of a paragraph that holds nothing else but the picture's braces. */
function soleImage(
  tokens: readonly Token[],
  map: SourceMap,
  context: SlideContext,
): Image | undefined {
  const index = tokens.findIndex(({ type }) => type === 'image');
  const image = tokens[index] as Tokens.Image | undefined;
  if (!image) return undefined;
  const braces = touchingBraces(tokens[index + 1]);
  const others = tokens.filter((token) => token !== image).map(({ raw }) => raw);
  if (others.join('').trim() !== (braces ?? '')) return undefined;
  const start = others.slice(0, index).join('').length;
  return parseImage(image, map.from(start), braces, context);
}

function withAttributes(
  image: Image,
  braces: Braces | undefined,
  map: SourceMap,
  context: SlideContext,
): Image {
  if (!braces) return image;
  const use = imageUse(image.source.path);
  const own = readAttributes(braces.text, map.from(braces.start), use, context);
  return { ...image, attributes: mergeAttributes(image.attributes, own) };
}

function parsePicture(image: Image, span: Span): Figure | Media {
  const { source, alt, title: caption, attributes } = image;
  const type = mediaType(source.path);
  if (type === undefined) return { kind: 'figure', span, image, attributes };
  return { kind: 'media', type, span, source, alt, attributes, ...(caption && { caption }) };
}
