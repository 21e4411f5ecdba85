import type { Block } from '../model/blocks.ts';
import type { Span } from '../model/source.ts';
import { noAttributes } from './attributes/attributes.ts';

/** Speaker notes from an attribute. */
export function noteOf(text: string, span: Span): Block {
  return {
    kind: 'paragraph',
    span,
    attributes: noAttributes,
    content: [{ kind: 'text', text }],
  };
}
