import type { Block, Figure } from '../../model/blocks.ts';
import type { Inline, Link } from '../../model/inline.ts';
import { isImagePart } from '../inline/images/image-lines.ts';

/** A block as a slot for an image takes it: an image that is a link is a figure. */
export function asPicture(block: Block): Block {
  return linkedFigure(block) ?? block;
}

/** Whether a block consists of one image or video, written in Markdown as a link or in HTML. */
export function isPicture(block: Block): boolean {
  if (linkedFigure(block)) return true;
  if (block.kind === 'html') return areOnePicture([{ kind: 'html', content: block.content }]);
  const [line, second] = block.kind === 'images' ? block.lines : [];
  return line?.isRow === true && second === undefined && areOnePicture(line.content);
}

/** Blocks that belong together in a slot: an image, or the blocks of a `<figure>` around one. */
export function joinFigures(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const joined: (readonly Block[])[] = [];
  let next = 0;
  while (next < blocks.length) {
    const run = figureAt(blocks, next);
    joined.push(run);
    next += run.length;
  }
  return joined;
}

/** The blocks from `start` on up to the end of a `<figure>` with one image, or else one block. */
function figureAt(blocks: readonly Block[], start: number): readonly Block[] {
  const first = blocks[start];
  const alone = first ? [first] : [];
  if (!first || !/^\s*<figure\b/i.test(htmlOf(first)) || isFigureEnd(first)) return alone;
  const end = blocks.findIndex((block, index) => index > start && isFigureEnd(block));
  if (end < 0) return alone;
  const run = blocks.slice(start, end + 1);
  const pictures = run.filter(showsPicture);
  const others = run.filter((block) => !showsPicture(block));
  const isFigure = others.every(({ kind }) => kind === 'html' || kind === 'paragraph');
  return pictures.length === 1 && isFigure ? run : alone;
}

function isFigureEnd(block: Block): boolean {
  return /<\/figure\s*>\s*$/i.test(htmlOf(block));
}

function showsPicture(block: Block): boolean {
  return ['figure', 'media', 'chart', 'diagram'].includes(block.kind) || holdsPicture(block);
}

/** Whether a block contains an image or video, with nothing else or with the tags around it. */
function holdsPicture(block: Block): boolean {
  if (block.kind !== 'html') return isPicture(block);
  return block.content.some(isImagePart) || /<video\b/i.test(htmlOf(block));
}

/** A block of a `<figure>` in a slot for an image: with a caption of its own, the image is shown completely. */
export function asPartOfFigure(block: Block): Block {
  const picture = asPicture(block);
  if (picture.kind !== 'figure') return picture;
  const { attributes } = picture;
  if (attributes.classes.includes('cover')) return picture;
  return { ...picture, attributes: { ...attributes, classes: [...attributes.classes, 'contain'] } };
}

/** The author's HTML of a block, without what is written differently in each output. */
function htmlOf(block: Block): string {
  if (block.kind !== 'html') return '';
  return block.content.map((part) => (typeof part === 'string' ? part : '')).join('');
}

/** `[![text](image.png)](address)` alone in its paragraph. */
function linkedFigure(block: Block): Figure | undefined {
  const [line, second] = block.kind === 'images' ? block.lines : [];
  if (!line || second) return undefined;
  const [link, other] = line.content.filter((inline) => !isBlank(inline));
  const [image, nextImage] = link?.kind === 'link' ? link.content : [];
  if (link?.kind !== 'link' || other || image?.kind !== 'image' || nextImage) return undefined;
  const { span, attributes } = block;
  const bare: Link = { ...link, content: [] };
  return { kind: 'figure', span, attributes, image, link: bare };
}

/** Whether there is one image or video, and nothing else but the elements around it and a caption in a figure. */
function areOnePicture(inlines: readonly Inline[]): boolean {
  const parts = inlines.flatMap((inline) => {
    if (inline.kind === 'html') return inline.content;
    if (isBlank(inline)) return [''];
    return inline.kind === 'image' ? ['<img>'] : ['text'];
  });
  const images = parts.filter((part) => isImagePart(part) || part === '<img>');
  const written = parts.map((part) => (typeof part === 'string' ? part : '')).join('');
  const videos = written.match(/<video\b/gi) ?? [];
  if (images.length + videos.length !== 1) return false;
  const rest = written
    .replace(/<figcaption\b[\s\S]*?<\/figcaption\s*>/gi, '')
    .replace(
      /<\/?(?:img|image|picture|video|source|track|figure|a|p|div|center|span)\b(?:"[^"]*"|'[^']*'|[^"'>])*>/gi,
      '',
    );
  return rest.trim() === '';
}

function isBlank(inline: Inline): boolean {
  return inline.kind === 'text' && inline.text.trim() === '';
}
