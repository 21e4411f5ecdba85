import type { Report } from '../../base/diagnostics/report.ts';
import { suggest } from '../../base/diagnostics/suggest.ts';
import type { Block } from '../../model/blocks.ts';
import type { LayoutName, Slot } from '../../model/deck.ts';
import type { Located } from '../../model/source.ts';
import { asPartOfFigure, asPicture, isPicture, joinFigures } from './slot-pictures.ts';

type Kind = Block['kind'];

interface SlotRule {
  readonly name: string;
  /** The kinds of blocks that the slot accepts; `any` accepts all. */
  readonly accepts: readonly Kind[] | 'any';
  /** The maximum count of blocks. */
  readonly max?: number;
  readonly required?: true;
}

const title: SlotRule = { name: 'title', accepts: ['heading'], max: 1 };
const requiredTitle: SlotRule = { ...title, required: true };
const text: SlotRule = {
  name: 'text',
  accepts: ['paragraph', 'images', 'heading', 'html', 'group', 'formula'],
};
const body: SlotRule = { name: 'body', accepts: 'any' };
const picture: SlotRule = {
  name: 'image',
  accepts: ['figure', 'media', 'chart', 'diagram'],
  max: 1,
};
const requiredPicture: SlotRule = { ...picture, required: true };

/** The slots of each layout, in the order in which they are filled and shown. */
const layouts: Readonly<Record<LayoutName, readonly SlotRule[]>> = {
  cover: [requiredTitle, { ...picture, accepts: ['figure'] }, text],
  section: [requiredTitle, text],
  default: [title, body],
  center: [title, body],
  statement: [
    title,
    {
      ...text,
      accepts: ['paragraph', 'images', 'html', 'group', 'list', 'definitions', 'formula'],
    },
  ],
  quote: [
    title,
    { name: 'quote', accepts: ['quote'], max: 1, required: true },
    { name: 'attribution', accepts: ['paragraph', 'images'] },
  ],
  'two-columns': [title, { ...body, name: 'left' }, { ...body, name: 'right', required: true }],
  'image-left': [title, requiredPicture, body],
  'image-right': [title, requiredPicture, body],
  'full-image': [
    { ...requiredPicture, accepts: ['figure', 'media'] },
    { name: 'caption', accepts: ['heading', 'paragraph', 'images'] },
  ],
  blank: [body],
  end: [title, body],
};

/** The names of all slots. */
export const slotNames = new Set(
  Object.values(layouts).flatMap((rules) => rules.map(({ name }) => name)),
);

interface SlotDescription {
  readonly name: string;
  /** What it accepts: `image: an image (one), required`. */
  readonly description: string;
}

/** The slots of a layout, in the order in which they are filled. */
export function slotsOf(layout: LayoutName): readonly SlotDescription[] {
  return layouts[layout].map((rule) => ({
    name: rule.name,
    description: rule.required ? `${describe(rule)}, required` : describe(rule),
  }));
}

/** The blocks after a slot marker such as `::right::`; the first part of a slide has no marker. */
export interface Part {
  readonly marker?: Located<string>;
  readonly blocks: readonly Block[];
}

/**
 * Assigns each block to a slot of the layout. Reports blocks that fit no slot, which are shown below the others, and
 * required slots that are empty.
 */
export function fillSlots(
  layout: Located<LayoutName>,
  parts: readonly Part[],
  report: Report,
): readonly Slot[] {
  const rules = layouts[layout.value];
  const runs = parts.flatMap((part) => joinFigures(part.blocks));
  const slots = rules.map((rule): FilledSlot => {
    const hasOwn = runs.some(([block, ...more]) => block && !more.length && accepts(rule, block));
    return { rule, blocks: [], count: 0, takesPictures: isRequiredPicture(rule) && !hasOwn };
  });
  for (const part of expandColumns(layout.value, parts)) {
    const marked = part.marker && findMarked(part.marker, layout.value, slots, report);
    let current = marked;
    for (const run of joinFigures(part.blocks)) {
      const picture = run.length > 1 ? chooseForFigure(marked, slots) : undefined;
      if (picture) {
        picture.blocks.push(...run.map(asPartOfFigure));
        picture.count++;
        current = picture;
        continue;
      }
      for (const block of run) {
        const slot = chooseSlot(block, marked, current, slots);
        if (slot) {
          slot.blocks.push(slot.takesPictures ? asPicture(block) : block);
          if (block.kind !== 'pause') slot.count++;
          current = slot;
        } else {
          reportUnfit(block, layout.value, rules, report);
          const shown = current?.rule.name === 'title' ? undefined : current;
          (shown ?? slots.at(-1))?.blocks.push(block);
        }
      }
    }
  }
  for (const { rule, count } of slots) {
    if (rule.required && count === 0) reportMissing(rule, layout, report);
  }
  return slots
    .filter(({ blocks }) => blocks.length > 0)
    .map(({ rule, blocks }) => ({ name: rule.name, blocks }));
}

interface FilledSlot {
  readonly rule: SlotRule;
  readonly blocks: Block[];
  /** Without pauses. */
  count: number;
  /** Whether an image in a link or in HTML fills the slot, as nothing else does. */
  readonly takesPictures: boolean;
}

function chooseSlot(
  block: Block,
  marked: FilledSlot | undefined,
  current: FilledSlot | undefined,
  slots: readonly FilledSlot[],
): FilledSlot | undefined {
  // A pause stays with the blocks before it.
  if (block.kind === 'pause') return current ?? slots[0];
  const takes = ({ rule, count, takesPictures }: FilledSlot) =>
    (accepts(rule, block) || (takesPictures && isPicture(block))) &&
    (rule.max === undefined || count < rule.max);
  if (marked) return takes(marked) ? marked : undefined;
  // A heading is the title only at the start of the slide.
  const begun = slots.some(({ count }) => count > 0);
  return slots.find((slot) => takes(slot) && !(slot.rule.name === 'title' && begun));
}

/** The free slot for an image, for the blocks of a `<figure>`. */
function chooseForFigure(
  marked: FilledSlot | undefined,
  slots: readonly FilledSlot[],
): FilledSlot | undefined {
  const free = slots.find(({ takesPictures, count }) => takesPictures && count === 0);
  return marked === undefined || marked === free ? free : undefined;
}

/** On a cover, which needs no image, one in a link is mostly a badge. */
function isRequiredPicture({ name, required }: SlotRule): boolean {
  return name === 'image' && required === true;
}

function accepts({ accepts }: SlotRule, { kind }: Block): boolean {
  return accepts === 'any' || accepts.includes(kind);
}

function findMarked(
  marker: Located<string>,
  layout: LayoutName,
  slots: readonly FilledSlot[],
  report: Report,
): FilledSlot | undefined {
  const names = slots.map(({ rule }) => rule.name);
  const found = slots.find(({ rule }) => rule.name === marker.value);
  if (!found) {
    const message = `the layout "${layout}" has no slot "${marker.value}"`;
    report.add('slot-unknown', marker.span, message, suggest(marker.value, names));
  }
  return found;
}

/** In the layout `two-columns`, a final `::: columns` block may replace the slot markers. */
function expandColumns(layout: LayoutName, parts: readonly Part[]): readonly Part[] {
  const [only] = parts;
  const last = only?.blocks.at(-1);
  if (layout !== 'two-columns' || parts.length > 1 || last?.kind !== 'columns') return parts;
  const [left, right] = last.columns;
  const isPlain = [last, ...last.columns].every(
    ({ attributes: { id, classes, values } }) =>
      id === undefined && classes.length === 0 && values.size === 0,
  );
  if (!left || !right || last.columns.length > 2 || !isPlain) return parts;
  const mark = (value: string) => ({ value, span: last.span });
  return [
    { blocks: only?.blocks.slice(0, -1) ?? [] },
    { marker: mark('left'), blocks: left.blocks },
    { marker: mark('right'), blocks: right.blocks },
  ];
}

const kindNames: Readonly<Record<Kind, string>> = {
  heading: 'a heading',
  paragraph: 'a paragraph',
  images: 'images',
  list: 'a list',
  definitions: 'a definition list',
  quote: 'a quote',
  callout: 'a callout',
  code: 'a code block',
  formula: 'a formula',
  table: 'a table',
  figure: 'an image',
  media: 'a video or audio file',
  chart: 'a chart',
  qr: 'a QR code',
  diagram: 'a diagram',
  columns: 'columns',
  group: 'a block',
  rule: 'a rule',
  html: 'HTML',
  pause: 'a pause',
};

function reportUnfit(
  block: Block,
  layout: LayoutName,
  rules: readonly SlotRule[],
  report: Report,
): void {
  const slots = rules.map(describe).join('; ');
  const message = `${kindNames[block.kind]} does not fit here in the layout "${layout}"`;
  report.add('slot-unfit', block.span, message, `it takes ${slots}`);
}

function describe({ name, accepts, max }: SlotRule): string {
  const kinds =
    accepts === 'any' ? 'anything' : accepts.map((kind) => kindNames[kind]).join(' or ');
  return `${name}: ${kinds}${max === 1 ? ' (one)' : ''}`;
}

function reportMissing(rule: SlotRule, layout: Located<LayoutName>, report: Report): void {
  const message = `the layout "${layout.value}" needs something for its slot "${rule.name}"`;
  const hint =
    layout.value === 'two-columns'
      ? 'begin the columns with ::left:: and ::right:: on lines of their own'
      : `it takes ${describe(rule)}${isRequiredPicture(rule) ? ', in a paragraph of its own' : ''}`;
  report.add('slot-missing', layout.span, message, hint);
}
