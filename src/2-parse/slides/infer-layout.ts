import type { Block } from '../../model/blocks.ts';
import type { LayoutName } from '../../model/deck.ts';
import type { Part } from './layouts.ts';

type Kind = Block['kind'];

/** The layout of a slide if its content does not decide. */
export function plainLayout(parts: readonly Part[]): LayoutName {
  const isColumns = parts.some(({ marker }) => /^(?:left|right)$/.test(marker?.value ?? ''));
  return isColumns ? 'two-columns' : 'default';
}

/** Infers the layout from the content of a slide. */
export function inferLayout(parts: readonly Part[], isFirst: boolean): LayoutName {
  if (plainLayout(parts) === 'two-columns') return 'two-columns';
  const blocks = parts.flatMap((part) => part.blocks).filter(({ kind }) => kind !== 'pause');
  if (blocks.length === 0) return 'blank';
  const [first, ...rest] = blocks;
  const heading = first?.kind === 'heading' ? first : undefined;
  const content = heading ? rest : blocks;
  if (heading) {
    const isText = content.every(({ kind }) => kind === 'heading' || isParagraph(kind));
    if (isFirst && heading.level === 1 && isText) return 'cover';
    if (content.length === 0) return 'section';
  }
  return inferFromContent(content, heading !== undefined);
}

function inferFromContent(content: readonly Block[], hasHeading: boolean): LayoutName {
  const kinds = content.map(({ kind }) => kind);
  if (kinds[0] === 'quote' && kinds.slice(1).every(isParagraph) && kinds.length <= 2) {
    return 'quote';
  }
  const figures = kinds.filter((kind) => kind === 'figure').length;
  if (figures === 1 && kinds.length === 1 && !hasHeading) return 'full-image';
  const isText = kinds.every((kind) =>
    [
      'figure',
      'paragraph',
      'images',
      'list',
      'definitions',
      'quote',
      'heading',
      'formula',
    ].includes(kind),
  );
  if (figures === 1 && kinds.length > 1 && isText)
    return kinds[0] === 'figure' ? 'image-left' : 'image-right';
  return 'default';
}

function isParagraph(kind: Kind): boolean {
  return kind === 'paragraph' || kind === 'images';
}
