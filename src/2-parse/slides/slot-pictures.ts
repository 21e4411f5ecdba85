import type { Block, Figure } from '../../model/blocks.ts';
import type { Inline, Link } from '../../model/inline.ts';
import { isImagePart } from '../inline/images/image-lines.ts';

/** A block as a slot for an image takes it: an image that is a link is a figure. */
export function asPicture(block: Block): Block {
  return linkedFigure(block) ?? block;
}

/** Whether a block consists of one image, written in Markdown as a link or in HTML. */
export function isPicture(block: Block): boolean {
  if (linkedFigure(block)) return true;
  if (block.kind === 'html') return areOnePicture([{ kind: 'html', content: block.content }]);
  const [line, second] = block.kind === 'images' ? block.lines : [];
  return line?.isRow === true && second === undefined && areOnePicture(line.content);
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

/** Whether there is one image, and nothing else but the elements around it and a caption in a figure. */
function areOnePicture(inlines: readonly Inline[]): boolean {
  const parts = inlines.flatMap((inline) => {
    if (inline.kind === 'html') return inline.content;
    if (isBlank(inline)) return [''];
    return inline.kind === 'image' ? ['<img>'] : ['text'];
  });
  const images = parts.filter((part) => isImagePart(part) || part === '<img>');
  if (images.length !== 1) return false;
  const written = parts.map((part) => (typeof part === 'string' ? part : '')).join('');
  const rest = written
    .replace(/<figcaption\b[\s\S]*?<\/figcaption\s*>/gi, '')
    .replace(
      /<\/?(?:img|image|picture|figure|a|p|div|center|span)\b(?:"[^"]*"|'[^']*'|[^"'>])*>/gi,
      '',
    );
  return rest.trim() === '';
}

function isBlank(inline: Inline): boolean {
  return inline.kind === 'text' && inline.text.trim() === '';
}
