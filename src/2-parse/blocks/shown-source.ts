import type { BlockBase, Code } from '../../model/blocks.ts';

/** A block of code with the source of what is not drawn, as it has errors. */
export function showSource(
  { span, attributes, title }: BlockBase & Pick<Code, 'title'>,
  text: string,
): Code {
  return {
    kind: 'code',
    span,
    attributes,
    language: '',
    text: text.trimEnd(),
    steps: [],
    wraps: false,
    changes: new Map(),
    ...(title !== undefined && { title }),
  };
}
