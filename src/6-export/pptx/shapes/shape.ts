import type { SlideWriter } from '../slide/slide-writer.ts';
import type { Paragraph } from '../text/paragraph.ts';
import { type TextBodySettings, writeTextBody } from '../text/write-text.ts';
import { type Box, emu } from '../units.ts';
import { element, Xml } from '../xml.ts';

/** A placeholder of the layout that a shape fills. */
export interface PlaceholderRef {
  readonly type?: string | undefined;
  readonly index: number;
  /** Of one for vertical text. */
  readonly orient?: string | undefined;
}

/** @param turns `rot`, `flipH` and `flipV` */
export function writeTransform(
  { x, y, width, height }: Box,
  name = 'a:xfrm',
  turns: Readonly<Record<string, number | boolean | undefined>> = {},
): Xml {
  return element(
    name,
    turns,
    element('a:off', { x: emu(x), y: emu(y) }),
    element('a:ext', { cx: Math.max(0, emu(width)), cy: Math.max(0, emu(height)) }),
  );
}

export function writePlaceholder(placeholder: PlaceholderRef | undefined): Xml {
  if (!placeholder) return element('p:nvPr');
  const { type, index, orient } = placeholder;
  const idx = index === 0 ? undefined : index;
  return element('p:nvPr', {}, element('p:ph', { type, orient, idx }));
}

/** The name and the text alternative of a shape. One that only decorates is left out by screen readers. */
export function writeName(id: number, name: string, alt?: string): Xml {
  return element(
    'p:cNvPr',
    { id, name, descr: alt === '' ? undefined : alt },
    alt === '' && decorative,
  );
}

const decorative = new Xml(
  '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>',
);

export interface TextShape {
  readonly name: string;
  readonly placeholder?: PlaceholderRef;
  /** Absent if it is where the layout says. */
  readonly box?: Box;
  readonly paragraphs: readonly Paragraph[];
  readonly settings: TextBodySettings;
  /** CSS. */
  readonly fill?: string | undefined;
  readonly isRounded?: boolean;
  readonly alt?: string;
}

/** Adds a shape with text. @returns its id */
export function addText(writer: SlideWriter, shape: TextShape): number {
  const { name, placeholder, box, paragraphs, settings, fill, isRounded, alt } = shape;
  const id = writer.nextId();
  const geometry =
    !placeholder &&
    element('a:prstGeom', { prst: isRounded ? 'roundRect' : 'rect' }, roundness(isRounded));
  const locks = placeholder
    ? element('p:cNvSpPr', {}, element('a:spLocks', { noGrp: true }))
    : element('p:cNvSpPr', { txBox: true });
  writer.add(
    element(
      'p:sp',
      {},
      element('p:nvSpPr', {}, writeName(id, name, alt), locks, writePlaceholder(placeholder)),
      element(
        'p:spPr',
        {},
        box && writeTransform(box),
        geometry,
        fill !== undefined ? writer.fill(fill) : !placeholder && element('a:noFill'),
      ),
      writeTextBody(paragraphs, settings, writer),
    ),
  );
  return id;
}

function roundness(isRounded: boolean | undefined): Xml {
  return element('a:avLst', {}, isRounded && element('a:gd', { name: 'adj', fmla: 'val 2500' }));
}

/** Adds a filled area without text, which decorates. @returns its id */
export function addArea(writer: SlideWriter, name: string, box: Box, fill: Xml): number {
  const id = writer.nextId();
  writer.add(
    element(
      'p:sp',
      {},
      element('p:nvSpPr', {}, writeName(id, name, ''), element('p:cNvSpPr'), element('p:nvPr')),
      element(
        'p:spPr',
        {},
        writeTransform(box),
        element('a:prstGeom', { prst: 'rect' }, element('a:avLst')),
        fill,
        element('a:ln', {}, element('a:noFill')),
      ),
      emptyText,
    ),
  );
  return id;
}

const emptyText = new Xml(
  '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-US"/></a:p></p:txBody>',
);
