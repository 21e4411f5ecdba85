import type { Report } from '../base/diagnostics/report.ts';
import type { Block, List } from '../model/blocks.ts';
import type { Deck, Footnote, Slide } from '../model/deck.ts';
import type { Inline } from '../model/inline.ts';
import type { Span } from '../model/source.ts';
import { RangeCutter } from './ranges.ts';

/**
 * Removes from a deck what only its author should see: the speaker notes, and elements of the author's HTML that
 * are never shown. Elements with an id stay, as something may refer to them, and so do all if the deck has
 * scripts, which may show them; this is reported.
 */
export function withoutPrivateContent(deck: Deck, report: Report): Deck {
  const hasScripts = deck.frontMatter.scripts.length > 0;
  const remove = <T>(content: T, removeHidden: (content: T) => Removed<T>): T => {
    const { kept, hidden, hasIds } = removeHidden(content);
    if (hidden.length === 0 || !(hasScripts || hasIds)) return kept;
    for (const span of hidden) reportHidden(span, hasScripts, report);
    return content;
  };
  const stacks = deck.stacks.map((stack) =>
    stack.map(({ content: _, ...slide }): Slide => {
      const slots = slide.slots.map(({ name, blocks }) => {
        return { name, blocks: remove(blocks, fromBlocks) };
      });
      return {
        ...slide,
        slots,
        notes: [],
        ...(slide.header && { header: remove(slide.header, fromInlines) }),
        ...(slide.footer && { footer: remove(slide.footer, fromInlines) }),
      };
    }),
  );
  const footnotes = Array.from(deck.footnotes, ([label, footnote]): [string, Footnote] => [
    label,
    { ...footnote, blocks: remove(footnote.blocks, fromBlocks) },
  ]);
  return {
    ...deck,
    stacks,
    footnotes: new Map(footnotes),
    header: remove(deck.header, fromInlines),
    footer: remove(deck.footer, fromInlines),
  };
}

interface Removed<T> {
  readonly kept: T;
  /** The tags of the elements. */
  readonly hidden: readonly Span[];
  readonly hasIds: boolean;
}

function fromInlines(inlines: readonly Inline[]): Removed<readonly Inline[]> {
  const { kept, cut } = new RangeCutter('hidden').inlines(inlines);
  return { kept, ...describe(inlines, cut) };
}

function fromBlocks(blocks: readonly Block[]): Removed<readonly Block[]> {
  const cuts: Block[] = [];
  const removeFrom = (all: readonly Block[]): readonly Block[] => {
    const cutter = new RangeCutter('hidden');
    return all.flatMap((block) => {
      const { kept, cut } = cutter.divide(block);
      cuts.push(...cut);
      return kept.map((each) => mapInner(each, removeFrom));
    });
  };
  const kept = removeFrom(blocks);
  return { kept, ...describe(blocks, cuts) };
}

/** Maps the blocks inside a block. */
function mapInner(block: Block, map: (blocks: readonly Block[]) => readonly Block[]): Block {
  switch (block.kind) {
    case 'quote':
    case 'callout':
    case 'group':
      return { ...block, blocks: map(block.blocks) };
    case 'columns': {
      const columns = block.columns.map((column) => ({ ...column, blocks: map(column.blocks) }));
      return { ...block, columns };
    }
    case 'list': {
      const items = block.items.map((item) => ({ ...item, blocks: map(item.blocks) }));
      return { ...block, items } satisfies List;
    }
    default:
      return block;
  }
}

/** @param cut the hidden part of `content` */
function describe(
  content: readonly unknown[],
  cut: readonly unknown[],
): Pick<Removed<never>, 'hidden' | 'hasIds'> {
  if (cut.length === 0) return { hidden: [], hasIds: false };
  const hidden = new Map<string, Span>();
  JSON.stringify(content, (_, value: unknown) => {
    if (isHiddenStart(value)) hidden.set(JSON.stringify(value.span), value.span);
    return value;
  });
  // The HTML as written may be more than what is cut out of it.
  const parts = JSON.stringify(cut, (key, value) => (key === 'written' ? undefined : value));
  const hasIds = /\bid\s*=|"id":/.test(parts);
  return { hidden: [...hidden.values()], hasIds };
}

function isHiddenStart(value: unknown): value is { readonly span: Span } {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false;
  return value.kind === 'start' && 'of' in value && value.of === 'hidden';
}

function reportHidden(span: Span, hasScripts: boolean, report: Report): void {
  const reason = hasScripts ? 'a script may show it' : 'something may refer to its id';
  const message = `this hidden element is in the shared file, as ${reason}`;
  report.add('share-hidden', span, message, 'remove it from the deck if nobody should read it');
}
