import type { AttributeList } from '../../1-load/lexing/attribute-list.ts';
import { containerNames } from '../../1-load/lexing/block-extensions.ts';
import type { BlockToken, Container } from '../../1-load/lexing/nest-tokens.ts';
import { didYouMean } from '../../base/diagnostics/suggest.ts';
import type { Attributes, Block, Columns } from '../../model/blocks.ts';
import { type CalloutType, calloutTypes } from '../../model/blocks.ts';
import {
  type AttributeUse,
  attributeUses,
  mergeAttributes,
  noAttributes,
  readAttributes,
} from '../attributes/attributes.ts';
import type { ParseBlocks } from '../blocks.ts';
import { calloutElsewhere, reportForeignCallout, titleInlines } from '../foreign/callouts.ts';
import { slotNames } from '../slides/layouts.ts';
import type { Source } from '../source.ts';

type Name = (typeof containerNames)[number];

const maxDepth = 20;

type OpenMark = Container['open'];

/** Parses `::: name {attributes}` and its content up to `:::`. */
export function parseContainer(
  token: Container,
  source: Source,
  parseBlocks: ParseBlocks,
): readonly Block[] {
  const { open, tokens } = token;
  const { report } = source;
  const depth = source.scope.depth + 1;
  if (depth > maxDepth) {
    const message = `::: blocks nested deeper than ${maxDepth} levels`;
    report.add('nesting-limit', source.span(0, open.raw.trimEnd().length), message);
    return [];
  }
  const name = containerNames.find((known) => known === open.name);
  if (!token.isClosed) reportUnclosed(open, source);
  const callout = calloutOf(open);
  if (callout) return parseCallout(token, callout, source.with({ depth }), parseBlocks);
  const span = source.span(0, open.raw.trimEnd().length);
  const attributes = readOwn(open, name, source);
  const isAtOnce = attributes.classes.includes('nonincremental');
  const inner = innerSource(open, name, source).with({
    depth,
    ...(isAtOnce && { incremental: false }),
  });
  if (name === 'columns') {
    const columns = parseColumns(tokens, inner, parseBlocks);
    return [{ kind: 'columns', span, attributes, columns }];
  }
  const blocks = parseBlocks(tokens, inner);
  switch (name) {
    case undefined: {
      if (open.name === '') return [{ kind: 'group', name: 'plain', span, attributes, blocks }];
      const nameSpan = source.span(open.raw.indexOf(open.name), open.name.length);
      const message = `there is no block "${open.name}"`;
      report.add('block-unknown', nameSpan, message, hintFor(open.name));
      return blocks;
    }
    case 'notes':
      source.findings.notes.push(...blocks);
      return [];
    case 'column': {
      const hint = 'put it between "::: columns" and ":::"';
      report.add('block-stray', span, 'column outside of columns', hint);
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

/** `::: tip`, as other tools write callouts. */
function calloutOf({ name }: OpenMark): CalloutType | undefined {
  const written = name.toLowerCase();
  return calloutTypes.find((type) => type === written) ?? calloutElsewhere(written);
}

function parseCallout(
  { open, tokens }: Container,
  type: CalloutType,
  source: Source,
  parseBlocks: ParseBlocks,
): readonly Block[] {
  const span = source.span(0, open.raw.trimEnd().length);
  if (!source.scope.isTranslated) reportForeignCallout(open.name, type, span, source);
  const title = titleInlines(open.name, type, open.rest.replace(/\{[^{}]*\}$/, ''));
  const blocks = parseBlocks(tokens, source.from(open.raw.length));
  const own = { type, span, attributes: noAttributes, blocks };
  return [{ kind: 'callout', ...own, ...(title.length > 0 && { title }) }];
}

function hintFor(name: string): string {
  if (slotNames.has(name))
    return `for the slot of a layout, write ::${name}:: on a line of its own`;
  const near = didYouMean(name, containerNames);
  if (near !== undefined) return `did you mean "${near}"?`;
  return `one of: ${containerNames.join(', ')}\nfor a block with a class, write ::: {.${name}}`;
}

function holdsList(block: Block): boolean {
  if (block.kind === 'columns') return block.columns.some(({ blocks }) => blocks.some(holdsList));
  if (block.kind === 'list' || block.kind === 'definitions') return true;
  return 'blocks' in block && block.blocks.some(holdsList);
}

type Column = Columns['columns'][number];

/**
 * Parses the content of `::: columns`, which may contain only columns. Content between them is reported, and shown in
 * the column before it.
 */
function parseColumns(
  tokens: readonly BlockToken[],
  source: Source,
  parseBlocks: ParseBlocks,
): readonly Column[] {
  const columns: Column[] = [];
  let offset = 0;
  for (const token of tokens) {
    const at = source.from(offset);
    const [block, list] = token.type === 'attributed' ? [token.block, token.list] : [token];
    if (block.type === 'container' && block.open.name === 'column') {
      columns.push(parseColumn(block, list, at, parseBlocks));
    } else {
      const blocks = parseBlocks([token], at);
      reportBetween(blocks, source);
      const last = columns.pop();
      if (last) columns.push({ ...last, blocks: [...last.blocks, ...blocks] });
      else if (blocks.length > 0) columns.push({ attributes: noAttributes, blocks });
    }
    offset += token.raw.length;
  }
  return columns;
}

/** @param list the attribute list below it */
function parseColumn(
  { open, tokens, isClosed }: Container,
  list: AttributeList | undefined,
  source: Source,
  parseBlocks: ParseBlocks,
): Column {
  if (!isClosed) reportUnclosed(open, source);
  const attributes = readOwn(open, 'column', source);
  const blocks = parseBlocks(tokens, source.from(open.raw.length));
  if (!list) return { attributes, blocks };
  const own = readAttributes(list.text, source.from(list.start), attributeUses.column);
  return { attributes: mergeAttributes(attributes, own), blocks };
}

function reportBetween(blocks: readonly Block[], source: Source): void {
  const message = 'content between columns';
  const hint = 'put it between "::: column" and ":::"';
  for (const { span } of blocks) source.report.add('slot-unfit', span, message, hint);
}

function reportUnclosed(open: OpenMark, source: Source): void {
  const hint = `close it with a line of ${open.colons} colons`;
  const span = source.span(0, open.raw.trimEnd().length);
  const what = open.name === '' ? 'this block' : `"${open.name}"`;
  source.report.add('block-unclosed', span, `${what} is not closed on this slide`, hint);
}

function innerSource(open: OpenMark, name: Name | undefined, outer: Source): Source {
  const source = outer.from(open.raw.length);
  if (name === 'incremental') return source.with({ incremental: true });
  // Lists in a fragment or in notes appear as a whole, unless they are incremental themselves.
  const isWhole = name === 'fragment' || name === 'notes';
  return isWhole ? source.with({ incremental: false }) : source;
}

const uses: Readonly<Partial<Record<Name, AttributeUse>>> = {
  column: attributeUses.column,
  fragment: attributeUses.fragment,
};

/** The attributes on the opening line. */
function readOwn(open: OpenMark, name: Name | undefined, source: Source): Attributes {
  if (open.rest === '') return noAttributes;
  // Its list is at the end of the line.
  const at = open.raw.trimEnd().length - open.rest.length;
  const span = source.span(at, open.rest.length);
  if (!/^\{[^{}]*\}$/.test(open.rest)) {
    const isOpen = /^\{[^{}]*$/.test(open.rest);
    const message = isOpen ? 'this brace is not closed' : 'invalid attributes';
    const hint = isOpen
      ? `end the line with "}": ${open.rest.trimEnd()}}`
      : 'write attributes in braces: {.class key=value}';
    source.report.add('attribute-invalid', span, message, hint);
    return noAttributes;
  }
  if (name === 'notes') {
    source.report.add('attribute-invalid', span, 'notes take no attributes');
    return noAttributes;
  }
  const use = (name && uses[name]) ?? attributeUses.block;
  return readAttributes(open.rest.slice(1, -1), source.from(at + 1), use);
}
