import type {
  Definition,
  DefinitionItem,
  DefinitionListToken,
} from '../../1-load/lexing/definition-list.ts';
import type { Attributes, Block, Definitions } from '../../model/blocks.ts';
import type { Inline } from '../../model/inline.ts';
import { noAttributes } from '../attributes/attributes.ts';
import type { ParseBlocks } from '../blocks.ts';
import { markImages } from '../inline/images/image-lines.ts';
import { parseInlines } from '../inline/inline.ts';
import type { Source } from '../source.ts';

/**
 * Parses terms and their definitions. With `{.incremental}` below or around the list, they appear term by term.
 *
 * @param own the attributes below the list
 */
export function parseDefinitions(
  token: DefinitionListToken,
  own: Attributes,
  source: Source,
  parseBlocks: ParseBlocks,
): Definitions {
  const isStep = own.classes.includes('fragment');
  const incremental = own.classes.includes('incremental') || (source.scope.incremental && !isStep);
  const inner = source.with({ incremental: false });
  let offset = 0;
  const readTerm = ({ raw, tokens }: DefinitionItem['terms'][number]): readonly Inline[] => {
    const start = token.raw.indexOf(raw, offset);
    offset = start + raw.length;
    return markImages(parseInlines(tokens, inner.from(start + raw.search(/\S/))));
  };
  const readDefinition = ({ raw, tokens }: Definition): readonly Block[] => {
    const start = token.raw.indexOf(raw, offset);
    offset = start + raw.length;
    const text = tokens.map((each) => each.raw).join('');
    return parseBlocks(tokens, inner.from(start).within(raw, text));
  };
  return {
    kind: 'definitions',
    span: source.span(0, token.raw.split('\n')[0]?.length ?? 1),
    attributes: noAttributes,
    loose: token.loose,
    incremental,
    items: token.items.map(({ terms, definitions }) => ({
      terms: terms.map(readTerm),
      definitions: definitions.map(readDefinition),
    })),
  };
}
