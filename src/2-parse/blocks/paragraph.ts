import type { Token, Tokens } from 'marked';
import type { AttributeList } from '../../1-load/lexing/attribute-list.ts';
import { mediaKind } from '../../base/files/media-types.ts';
import { escapeHtml } from '../../base/html.ts';
import type { Figure, ImageParagraph, Media, Paragraph, RawHtml } from '../../model/blocks.ts';
import type { HtmlPart, Image, Inline } from '../../model/inline.ts';
import type { Span } from '../../model/source.ts';
import {
  attributeUses,
  mergeAttributes,
  noAttributes,
  readAttributes,
} from '../attributes/attributes.ts';
import { splitTrailingAttributes } from '../attributes/trailing-list.ts';
import { isPage } from '../inline/html/frames.ts';
import { markImages } from '../inline/images/image-lines.ts';
import { frameOfImage } from '../inline/images/inline-image.ts';
import { splitImageLines } from '../inline/images/paragraph-lines.ts';
import { adjacentAttributeList, imageUse, parseImage, parseInlines } from '../inline/inline.ts';
import type { Source } from '../source.ts';
import { readTracks } from './tracks.ts';

/** Parses a paragraph: text, images on lines of their own, or a single image, video or audio. */
export function parseParagraph(
  token: Tokens.Paragraph,
  source: Source,
): Paragraph | ImageParagraph | Figure | Media | RawHtml {
  const span = spanOf(token.raw, source);
  const inner = source.within(token.raw, token.tokens.map(({ raw }) => raw).join(''));
  const { tokens, list } = splitTrailingAttributes(token.tokens);
  reportMissingSpace(token.raw, source);
  const picture = soleImage(tokens, inner);
  if (picture) return parsePicture(withAttributes(picture, list, inner), token, source);
  const content = markImages(parseInlines(tokens, inner));
  const attributes = list
    ? readAttributes(list.text, inner.from(list.start), attributeUses.block)
    : noAttributes;
  const player = list ? undefined : solePlayer(content);
  if (player) {
    const written = { text: token.raw, lines: source.lineSpans(token.raw) };
    return { kind: 'html', span, attributes, content: player, written };
  }
  const lines = splitImageLines(content);
  if (lines) return { kind: 'images', span, lines, attributes };
  return { kind: 'paragraph', span, content, attributes };
}

/** Reports what looks like a heading but for the space after its signs; one sign may be that of a hashtag, or of a number. */
function reportMissingSpace(raw: string, source: Source): void {
  for (const { 0: whole, 1: signs = '', 2: rest = '', index } of raw.matchAll(
    /^ {0,3}(#{1,6})([^\s#!{\d][^\n]*|\d[^\n]*)$/gm,
  )) {
    const isHashtag =
      signs === '#' &&
      (!/^\S+ \S/.test(rest) ||
        /^\d+ |^include /.test(rest) ||
        rest.includes('#') ||
        raw.trim().includes('\n'));
    if (isHashtag) continue;
    const message = 'this is text, not a heading: there is no space after the signs';
    const hint = `for a heading, write "${signs} ${rest.slice(0, 40).trim()}"; for text, write \\${signs}`;
    const at = index + whole.indexOf(signs);
    source.report.add('heading-space', source.span(at, signs.length), message, hint);
  }
}

/** The HTML of a paragraph that consists of a `<video>` or `<audio>`: it is a block, as in Markdown. */
function solePlayer(content: readonly Inline[]): readonly HtmlPart[] | undefined {
  const parts = content.flatMap((inline): readonly HtmlPart[] => {
    if (inline.kind === 'html') return inline.content;
    return [inline.kind === 'text' ? escapeHtml(inline.text) : '</other>'];
  });
  const html = parts.map((part) => (typeof part === 'string' ? part : '')).join('');
  return /^\s*<(video|audio)\b(?:(?!<\/(?:other|\1)\b)[\s\S])*<\/\1\s*>\s*$/i.test(html)
    ? parts
    : undefined;
}

/** The image of a paragraph that consists of the image and its attribute list. */
function soleImage(tokens: readonly Token[], source: Source): Image | undefined {
  const index = tokens.findIndex(({ type }) => type === 'image');
  const image = tokens[index] as Tokens.Image | undefined;
  if (!image) return undefined;
  const list = adjacentAttributeList(tokens[index + 1]);
  const others = tokens.filter((token) => token !== image).map(({ raw }) => raw);
  if (others.join('').trim() !== (list ?? '')) return undefined;
  const start = others.slice(0, index).join('').length;
  return parseImage(image, source.from(start), list);
}

function withAttributes(image: Image, list: AttributeList | undefined, source: Source): Image {
  if (!list) return image;
  const use = imageUse(image.source.path);
  const own = readAttributes(list.text, source.from(list.start), use);
  return { ...image, attributes: mergeAttributes(image.attributes, own) };
}

/** @param source begins with the token */
function parsePicture(
  image: Image,
  { raw }: Tokens.Paragraph,
  source: Source,
): Figure | Media | RawHtml {
  const { source: file, alt, title: caption, attributes } = image;
  const span = spanOf(raw, source);
  if (isPage(file.path)) {
    const content = frameOfImage(image, source.report);
    return { kind: 'html', span, attributes: noAttributes, content };
  }
  const type = mediaKind(file.path);
  if (type === undefined) return { kind: 'figure', span, image, attributes };
  const tracks = readTracks(image, raw, source);
  return {
    ...{ kind: 'media', type, span, source: file, alt, attributes, tracks },
    ...(caption && { caption }),
  };
}

/** The span of the first line of a paragraph. */
function spanOf(raw: string, source: Source): Span {
  const lead = raw.length - raw.trimStart().length;
  return source.span(lead, raw.trim().split('\n')[0]?.trimEnd().length ?? 1);
}
