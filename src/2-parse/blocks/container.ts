import { suggest } from '../../base/diagnostics/suggest.ts';
import type { Attributes, Block, Columns } from '../../model/blocks.ts';
import {
  type AttributeUse,
  attributeUses,
  mergeAttributes,
  noAttributes,
  readAttributes,
} from '../attributes/attributes.ts';
import type { ParseBlocks } from '../blocks.ts';
import type { BlockToken, Mark } from '../../1-load/lexing/block-extensions.ts';
import type { Source } from '../source.ts';
import { readUnit, type Unit } from '../units.ts';

/** What may stand after `:::`. */
const names = ['columns', 'column', 'notes', 'incremental', 'fragment', 'aside'] as const;
type Name = (typeof names)[number];

const maxDepth = 20;

type OpenMark = Extract<Mark, { type: 'open' }>;

/** `::: name {attributes}` and what it holds, up to `:::`. */
export function parseContainer(
  open: OpenMark,
  unit: Unit,
  source: Source,
  parseBlocks: ParseBlocks,
): readonly Block[] {
  const { report } = source;
  const depth = source.scope.depth + 1;
  if (depth > maxDepth) {
    const message = `::: blocks nested deeper than ${maxDepth} levels`;
    report.add('nesting-limit', source.span(0, open.raw.trimEnd().length), message);
    return [];
  }
  const name = names.find((known) => known === open.name);
  if (!unit.isClosed) reportUnclosed(open, source);
  const span = source.span(0, open.raw.trimEnd().length);
  const attributes = readOwn(open, name, source);
  const inner = innerSource(open, name, source).with({ depth });
  if (name === 'columns') {
    const columns = parseColumns(unit.inner, inner, parseBlocks);
    return [{ kind: 'columns', span, attributes, columns }];
  }
  const blocks = parseBlocks(unit.inner, inner);
  switch (name) {
    case undefined: {
      const nameSpan = source.span(open.raw.indexOf(open.name), open.name.length);
      const message = `there is no block "${open.name}"`;
      report.add('block-unknown', nameSpan, message, suggest(open.name, names));
      return blocks;
    }
    case 'notes':
      source.findings.notes.push(...blocks);
      return [];
    case 'column': {
      const hint = 'put it between "::: columns" and ":::"';
      report.add('block-stray', span, 'this column stands outside of columns', hint);
      return blocks;
    }
    default:
      if (name === 'incremental' && !blocks.some(holdsList)) {
        const hint = 'for one step, write "::: fragment"';
        report.add('slot-unfit', span, 'there is no list in it to show item by item', hint);
      }
      return [{ kind: 'group', name, span, attributes, blocks }];
  }
}

function holdsList(block: Block): boolean {
  if (block.kind === 'columns') return block.columns.some(({ blocks }) => blocks.some(holdsList));
  return block.kind === 'list' || ('blocks' in block && block.blocks.some(holdsList));
}

type Column = Columns['columns'][number];

/** What stands between `::: columns` and `:::`: columns, and nothing else. */
function parseColumns(
  tokens: readonly BlockToken[],
  source: Source,
  parseBlocks: ParseBlocks,
): readonly Column[] {
  const columns: Column[] = [];
  let offset = 0;
  for (let i = 0; i < tokens.length; ) {
    const unit = readUnit(tokens, i);
    const at = source.from(offset);
    if (unit.first.type === 'open' && unit.first.name === 'column') {
      columns.push(parseColumn(unit.first, unit, at, parseBlocks));
    } else reportBetween(parseBlocks(tokens.slice(i, unit.end), at), source);
    offset += unit.raw.length;
    i = unit.end;
  }
  return columns;
}

function parseColumn(open: OpenMark, unit: Unit, source: Source, parseBlocks: ParseBlocks): Column {
  if (!unit.isClosed) reportUnclosed(open, source);
  const attributes = readOwn(open, 'column', source);
  const blocks = parseBlocks(unit.inner, source.from(open.raw.length));
  if (!unit.braces) return { attributes, blocks };
  const { text, start } = unit.braces;
  const own = readAttributes(text, source.from(start), attributeUses.column);
  return { attributes: mergeAttributes(attributes, own), blocks };
}

function reportBetween(blocks: readonly Block[], source: Source): void {
  const message = 'this stands between columns, in none of them';
  const hint = 'put it between "::: column" and ":::"';
  for (const { span } of blocks) source.report.add('slot-unfit', span, message, hint);
}

function reportUnclosed(open: OpenMark, source: Source): void {
  const hint = `close it with a line of ${open.colons} colons`;
  const span = source.span(0, open.raw.trimEnd().length);
  source.report.add('block-unclosed', span, `"${open.name}" has no end on this slide`, hint);
}

function innerSource(open: OpenMark, name: Name | undefined, outer: Source): Source {
  const source = outer.from(open.raw.length);
  if (name === 'incremental') return source.with({ incremental: true });
  // What is one step, or none, has no steps in it unless it says so itself.
  const isWhole = name === 'fragment' || name === 'notes';
  return isWhole ? source.with({ incremental: false }) : source;
}

const uses: Readonly<Partial<Record<Name, AttributeUse>>> = {
  column: attributeUses.column,
  fragment: attributeUses.fragment,
};

/** The attributes in the line that opens. */
function readOwn(open: OpenMark, name: Name | undefined, source: Source): Attributes {
  if (open.rest === '') return noAttributes;
  const at = open.raw.indexOf(open.rest, open.raw.indexOf(open.name) + open.name.length);
  const span = source.span(at, open.rest.length);
  if (!/^\{[^{}]*\}$/.test(open.rest)) {
    const hint = 'attributes stand in braces: {.class key=value}';
    source.report.add('attribute-invalid', span, 'these are no attributes', hint);
    return noAttributes;
  }
  if (name === 'notes') {
    source.report.add('attribute-invalid', span, 'notes take no attributes');
    return noAttributes;
  }
  const use = (name && uses[name]) ?? attributeUses.block;
  return readAttributes(open.rest.slice(1, -1), source.from(at + 1), use);
}
