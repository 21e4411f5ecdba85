import { writeTransform } from '../shapes/shape.ts';
import type { SlideWriter } from '../slide/slide-writer.ts';
import { indent } from '../text/measure.ts';
import { emu, spaceSize, typeSize } from '../units.ts';
import { element, slideNamespaces, type Xml } from '../xml.ts';
import { addFooters } from './footers.ts';
import type { Placeholder, SlideRoom, TextLook } from './looks.ts';
import { writeColorMap } from './theme-part.ts';

/** The master of all slides: the looks of titles, texts and footers. */
export function writeMaster(
  writer: SlideWriter,
  room: SlideRoom,
  title: Placeholder,
  body: Placeholder,
  layoutIds: readonly (readonly [id: number, relation: string])[],
): Xml {
  writer.add(writePrompt(writer, { ...title, type: 'title' }, 'Title', true));
  writer.add(writePrompt(writer, { ...body, type: 'body' }, 'Text', true));
  addFooters(writer, room);
  return element(
    'p:sldMaster',
    slideNamespaces,
    element(
      'p:cSld',
      {},
      writeBackground(writer.color('--color-background')),
      writeTree(writer.shapes),
    ),
    writeColorMap(writer.file.scheme),
    element(
      'p:sldLayoutIdLst',
      {},
      layoutIds.map(([id, relation]) => element('p:sldLayoutId', { id, 'r:id': relation })),
    ),
    element(
      'p:txStyles',
      {},
      element('p:titleStyle', {}, writeLevel(writer, title.text, 0, false)),
      element(
        'p:bodyStyle',
        {},
        levels.map((level) => writeLevel(writer, body.text, level, true)),
      ),
      element('p:otherStyle', {}, writeLevel(writer, body.text, 0, false)),
    ),
  );
}

const levels = [0, 1, 2, 3, 4, 5, 6, 7, 8];

export function writeBackground(color: Xml): Xml {
  return element(
    'p:bg',
    {},
    element('p:bgPr', {}, element('a:solidFill', {}, color), element('a:effectLst')),
  );
}

/** The shapes of a slide. */
export function writeTree(shapes: readonly Xml[]): Xml {
  return element(
    'p:spTree',
    {},
    element(
      'p:nvGrpSpPr',
      {},
      element('p:cNvPr', { id: 1, name: '' }),
      element('p:cNvGrpSpPr'),
      element('p:nvPr'),
    ),
    element(
      'p:grpSpPr',
      {},
      element(
        'a:xfrm',
        {},
        ...(['a:off', 'a:ext', 'a:chOff', 'a:chExt'] as const).map((name) =>
          element(name, name.endsWith('ff') ? { x: 0, y: 0 } : { cx: 0, cy: 0 }),
        ),
      ),
    ),
    shapes,
  );
}

/** The look of a level of text. @param isList whether paragraphs have bullets */
export function writeLevel(
  writer: SlideWriter,
  look: TextLook,
  level: number,
  isList: boolean,
): Xml {
  const size = Math.max(18, look.size * 0.875 ** Math.min(level, 4));
  const space = isList ? (level === 0 ? 0.6 : 0.3) * size : 0;
  return element(
    `a:lvl${level + 1}pPr`,
    {
      marL: isList ? emu((level + 1) * indent * size) : 0,
      indent: isList ? -emu(indent * size) : 0,
      algn: look.align === 'center' ? 'ctr' : writer.isRightToLeft ? 'r' : 'l',
      defTabSz: 914400,
      rtl: writer.isRightToLeft,
      eaLnBrk: true,
      latinLnBrk: false,
      hangingPunct: true,
    },
    element(
      'a:lnSpc',
      {},
      element('a:spcPct', { val: Math.round((look.leading / 1.2) * 100) * 1000 }),
    ),
    element('a:spcBef', {}, element('a:spcPts', { val: spaceSize(space) })),
    isList
      ? [
          element('a:buClr', {}, writer.color('--color-accent')),
          element('a:buFont', { typeface: 'Arial' }),
          element('a:buChar', { char: writer.bullet }),
        ]
      : element('a:buNone'),
    element(
      'a:defRPr',
      {
        sz: typeSize(size),
        b: look.isBold,
        kern: 1200,
        spc: look.tracking === 0 ? undefined : Math.round(look.tracking * size * 75),
      },
      element('a:solidFill', {}, writer.color(look.color)),
      element('a:latin', { typeface: look.font === 'heading' ? '+mj-lt' : '+mn-lt' }),
      element('a:ea', { typeface: look.font === 'heading' ? '+mj-ea' : '+mn-ea' }),
      element('a:cs', { typeface: look.font === 'heading' ? '+mj-cs' : '+mn-cs' }),
    ),
  );
}

/** A placeholder in a master or a layout. */
export function writePrompt(
  writer: SlideWriter,
  { slot, type, index, box, text }: Placeholder,
  name: string,
  isMaster = false,
): Xml {
  const isList = (type === undefined || type === 'body') && text.font === 'text';
  const inset = slot === 'caption' ? emu(writer.style.length('--margin-inline')) : 0;
  const end = inset === 0 ? 0 : emu(24);
  const prompt =
    type === 'title' || type === 'ctrTitle' ? 'Click to edit the title' : 'Click to edit the text';
  const style = isMaster
    ? []
    : [0, ...(isList ? [1, 2, 3, 4] : [])].map((level) =>
        writeLevel(writer, text, level, isList && type === undefined),
      );
  return element(
    'p:sp',
    {},
    element(
      'p:nvSpPr',
      {},
      element('p:cNvPr', { id: writer.nextId(), name }),
      element('p:cNvSpPr', {}, element('a:spLocks', { noGrp: true })),
      element('p:nvPr', {}, element('p:ph', { type, idx: index === 0 ? undefined : index })),
    ),
    element(
      'p:spPr',
      {},
      writeTransform(box),
      element('a:prstGeom', { prst: 'rect' }, element('a:avLst')),
      slot === 'caption' && writer.fill('--color-background'),
    ),
    element(
      'p:txBody',
      {},
      element(
        'a:bodyPr',
        {
          vert: 'horz',
          lIns: writer.isRightToLeft ? end : inset,
          tIns: 0,
          rIns: writer.isRightToLeft ? inset : end,
          bIns: 0,
          rtlCol: false,
          anchor: text.anchor,
        },
        element('a:normAutofit'),
      ),
      element('a:lstStyle', {}, style),
      element(
        'a:p',
        {},
        element('a:r', {}, element('a:rPr', { lang: 'en-US' }), element('a:t', {}, prompt)),
      ),
    ),
  );
}
