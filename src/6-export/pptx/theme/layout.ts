import { layoutsWithoutFooter } from '../../../4-render/slide-edges.ts';
import type { LayoutName } from '../../../model/deck.ts';
import { addArea, addText } from '../shapes/shape.ts';
import type { SlideWriter } from '../slide/slide-writer.ts';
import { textOfSize } from '../text/write-text.ts';
import { atStart } from '../units.ts';
import { element, slideNamespaces, type Xml } from '../xml.ts';
import { addFooters } from './footers.ts';
import type { LayoutPlan, SlideRoom } from './looks.ts';
import { writeBackground, writePrompt, writeTree } from './master.ts';

/** The names of layouts as PowerPoint shows them, and their types. */
const layouts: Readonly<Record<LayoutName, readonly [label: string, type: string]>> = {
  cover: ['Cover', 'title'],
  section: ['Section', 'secHead'],
  default: ['Title and Content', 'obj'],
  center: ['Centered', 'cust'],
  statement: ['Statement', 'cust'],
  quote: ['Quote', 'cust'],
  'two-columns': ['Two Columns', 'twoObj'],
  'image-left': ['Image Left', 'cust'],
  'image-right': ['Image Right', 'cust'],
  'full-image': ['Full Image', 'cust'],
  blank: ['Blank with Content', 'cust'],
  end: ['End', 'cust'],
};

/** A layout that a colleague may choose for a new slide. */
export function writeLayout(
  writer: SlideWriter,
  { name, placeholders }: LayoutPlan,
  room: SlideRoom,
): Xml {
  const [label, type] = layouts[name];
  if (name === 'section') addSectionLine(writer, room);
  if (name === 'quote') addQuotationMark(writer, room);
  for (const placeholder of placeholders) {
    writer.add(writePrompt(writer, placeholder, placeholder.name));
  }
  if (!layoutsWithoutFooter.has(name)) addFooters(writer, room, name);
  const color = writer.style.color('--color-background');
  const isUsual = color === writer.file.scheme.colors.bg1;
  return element(
    'p:sldLayout',
    {
      ...slideNamespaces,
      type: type === 'cust' ? undefined : type,
      preserve: true,
      userDrawn: type === 'cust' ? true : undefined,
    },
    element(
      'p:cSld',
      { name: label },
      !isUsual && writeBackground(writer.color('--color-background')),
      writeTree(writer.shapes),
    ),
    element('p:clrMapOvr', {}, element('a:masterClrMapping')),
  );
}

/** The line above the title of a section. */
function addSectionLine(writer: SlideWriter, room: SlideRoom): void {
  const x = writer.style.length('--margin-inline');
  const line = { x, y: room.height * 0.36, width: 64, height: 6 };
  const box = atStart(line, { x: 0, y: 0, ...room }, writer);
  addArea(writer, 'Line', box, writer.fill('--color-accent'));
}

/** The mark before a quote. */
function addQuotationMark(writer: SlideWriter, room: SlideRoom): void {
  const size = writer.style.length('--size-quote') * 2.4;
  const box = {
    x: writer.style.length('--margin-inline') - 4,
    y: room.height * 0.36 - size * 0.66,
    width: size,
    height: size,
  };
  addText(writer, {
    name: 'Quotation mark',
    box: atStart(box, { x: 0, y: 0, ...room }, writer),
    paragraphs: [{ runs: [{ kind: 'text', text: '“', style: { font: 'heading' } }], level: 0 }],
    settings: { ...textOfSize(size, '--color-accent'), isWrapped: false },
  });
}
