import type { LayoutName } from '../../../model/deck.ts';
import { writeTransform } from '../shapes/shape.ts';
import type { SlideWriter } from '../slide/slide-writer.ts';
import { atStart, type Box, typeSize } from '../units.ts';
import { element, type Xml } from '../xml.ts';
import type { SlideRoom } from './looks.ts';

/** The places of footers, by their types. */
export const footerIndexes = { dt: 20, ftr: 21, sldNum: 22, header: 23 } as const;

/** Where footers are: a line at the bottom of the slide. */
export function footerBoxes(
  writer: SlideWriter,
  { width, height }: SlideRoom,
  layout: LayoutName,
): Readonly<Record<'dt' | 'ftr' | 'sldNum' | 'header', Box>> {
  const margin = writer.style.length('--margin-inline');
  // Next to an image, they are below and above the text.
  const isWide = width > height;
  const x = layout === 'image-left' && isWide ? width * 0.46 + 64 : margin;
  const end = layout === 'image-right' && isWide ? width * 0.54 - 64 : width - margin;
  const size = writer.style.length('--size-caption');
  const line = { y: height - 28 - size * 1.3, height: size * 1.3 };
  const inner = end - x;
  const place = (box: Box): Box => atStart(box, { x: 0, y: 0, width, height }, writer);
  return {
    ftr: place({ ...line, x, width: inner * 0.6 }),
    dt: place({ ...line, x: x + inner * 0.62, width: inner * 0.2 }),
    sldNum: place({ ...line, x: x + inner * 0.84, width: inner * 0.16 }),
    header: place({ x, y: 28, width: inner, height: size * 1.3 }),
  };
}

/** Adds date, footer and slide number, and in a layout the header. */
export function addFooters(writer: SlideWriter, room: SlideRoom, layout?: LayoutName): void {
  const boxes = footerBoxes(writer, room, layout ?? 'default');
  const names = { dt: 'Date', ftr: 'Footer', sldNum: 'Slide number' } as const;
  for (const type of ['dt', 'ftr', 'sldNum'] as const) {
    const align = (type === 'ftr') === writer.isRightToLeft ? 'r' : 'l';
    writer.add(
      writeFooter(writer, {
        type,
        index: footerIndexes[type],
        name: names[type],
        box: boxes[type],
        align,
      }),
    );
  }
  if (layout)
    writer.add(
      writeFooter(writer, {
        type: 'body',
        index: footerIndexes.header,
        name: 'Header',
        box: boxes.header,
        align: writer.isRightToLeft ? 'r' : 'l',
      }),
    );
}

function writeFooter(
  writer: SlideWriter,
  {
    type,
    index,
    name,
    box,
    align,
  }: {
    readonly type: string;
    readonly index: number;
    readonly name: string;
    readonly box: Box;
    readonly align: string;
  },
): Xml {
  const size = writer.style.length('--size-caption');
  const look = element(
    'a:lvl1pPr',
    { marL: 0, indent: 0, algn: align, rtl: writer.isRightToLeft || undefined },
    element('a:spcBef', {}, element('a:spcPts', { val: 0 })),
    element('a:buNone'),
    element(
      'a:defRPr',
      { sz: typeSize(size), b: false },
      element('a:solidFill', {}, writer.color('--color-muted')),
      element('a:latin', { typeface: '+mn-lt' }),
    ),
  );
  const text = element('a:t', {}, type === 'sldNum' ? '‹#›' : type === 'dt' ? '' : name);
  const run =
    type === 'sldNum'
      ? element(
          'a:fld',
          { id: '{5B0E1C6A-0D8F-4B7E-9C55-1F2A3B4C5D6E}', type: 'slidenum' },
          element('a:rPr', { lang: 'en-US' }),
          text,
        )
      : type === 'body'
        ? element('a:r', {}, element('a:rPr', { lang: 'en-US' }), text)
        : element('a:endParaRPr', { lang: 'en-US' });
  return element(
    'p:sp',
    {},
    element(
      'p:nvSpPr',
      {},
      element('p:cNvPr', { id: writer.nextId(), name }),
      element('p:cNvSpPr', {}, element('a:spLocks', { noGrp: true })),
      element('p:nvPr', {}, element('p:ph', { type, sz: 'quarter', idx: index })),
    ),
    element(
      'p:spPr',
      {},
      writeTransform(box),
      element('a:prstGeom', { prst: 'rect' }, element('a:avLst')),
    ),
    element(
      'p:txBody',
      {},
      element(
        'a:bodyPr',
        {
          vert: 'horz',
          wrap: 'square',
          lIns: 0,
          tIns: 0,
          rIns: 0,
          bIns: 0,
          rtlCol: false,
          anchor: 'ctr',
        },
        element('a:normAutofit'),
      ),
      element('a:lstStyle', {}, look),
      element('a:p', {}, run),
    ),
  );
}
