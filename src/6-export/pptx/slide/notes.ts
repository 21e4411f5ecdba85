import type { Part } from '../package/package.ts';
import { readAsText } from '../read/read-as-text.ts';
import { writeTransform } from '../shapes/shape.ts';
import type { Paragraph } from '../text/paragraph.ts';
import { writeTextBody } from '../text/write-text.ts';
import { writeBackground, writeTree } from '../theme/master.ts';
import { writeColorMap } from '../theme/theme-part.ts';
import { type Box, emu } from '../units.ts';
import { element, slideNamespaces, type Xml } from '../xml.ts';
import type { SlideScene } from './scene.ts';
import type { SlideWriter } from './slide-writer.ts';

/** The size of a page of notes, in slide pixels: A4 has about these proportions. */
export const notesSize = { width: 720, height: 960 };

const imageBox: Box = { x: 80, y: 72, width: 560, height: 315 };
const textBox: Box = { x: 72, y: 440, width: 576, height: 440 };

/** The master of the pages with notes. */
export function writeNotesMaster(writer: SlideWriter): Xml {
  const shapes = [
    writeShape(writer, 'sldImg', 2, 'Slide image', imageBox),
    writeShape(writer, 'body', 3, 'Notes', textBox, writeSample()),
  ];
  return element(
    'p:notesMaster',
    slideNamespaces,
    element(
      'p:cSld',
      {},
      writeBackground(element('a:srgbClr', { val: 'FFFFFF' })),
      writeTree(shapes),
    ),
    writeColorMap(writer.file.scheme),
    element(
      'p:notesStyle',
      {},
      element(
        'a:lvl1pPr',
        { marL: 0, algn: writer.isRightToLeft ? 'r' : 'l', rtl: writer.isRightToLeft },
        element('a:spcBef', {}, element('a:spcPts', { val: 600 })),
        element(
          'a:defRPr',
          { sz: 1200 },
          element('a:solidFill', {}, element('a:srgbClr', { val: '000000' })),
          element('a:latin', { typeface: '+mn-lt' }),
        ),
      ),
    ),
  );
}

function writeSample(): Xml {
  const text = element(
    'a:p',
    {},
    element('a:r', {}, element('a:rPr', { lang: 'en-US' }), element('a:t', {}, 'Notes')),
  );
  return element('p:txBody', {}, element('a:bodyPr'), element('a:lstStyle'), text);
}

/** The notes of a slide as a page; `undefined` if it has none. */
export function writeNotes(writer: SlideWriter, scene: SlideScene): Xml | undefined {
  const paragraphs = readNotes(scene);
  if (paragraphs.length === 0) return undefined;
  const settings = { sizeOf: () => undefined, base: 16, color: '#000000' };
  const shapes = [
    writeShape(writer, 'sldImg', 2, 'Slide image'),
    writeShape(writer, 'body', 3, 'Notes', undefined, writeTextBody(paragraphs, settings, writer)),
  ];
  return element(
    'p:notes',
    slideNamespaces,
    element('p:cSld', {}, writeTree(shapes)),
    element('p:clrMapOvr', {}, element('a:masterClrMapping')),
  );
}

function writeShape(
  writer: SlideWriter,
  type: string,
  index: number,
  name: string,
  box?: Box,
  text?: Xml,
): Xml {
  const isImage = type === 'sldImg';
  const locks = element('a:spLocks', {
    noGrp: true,
    noRot: isImage || undefined,
    noChangeAspect: isImage || undefined,
  });
  return element(
    'p:sp',
    {},
    element(
      'p:nvSpPr',
      {},
      element('p:cNvPr', { id: writer.nextId(), name }),
      element('p:cNvSpPr', {}, locks),
      element('p:nvPr', {}, element('p:ph', { type, idx: index })),
    ),
    element(
      'p:spPr',
      {},
      box && writeTransform(box),
      box && element('a:prstGeom', { prst: 'rect' }, element('a:avLst')),
    ),
    text,
  );
}

function readNotes(scene: SlideScene): readonly Paragraph[] {
  const paragraphs = readAsText(scene.slide.notes, scene, scene.slide.span);
  return paragraphs.map(({ size: _, step: __, before: ___, ...rest }) => rest);
}

/** Connects a page of notes with its slide. */
export function relateNotes(notes: Part, slide: Part, master: Part): void {
  notes.relate('notesMaster', master);
  notes.relate('slide', slide);
  slide.relate('notesSlide', notes);
}

export const notesExtent = { cx: emu(notesSize.width), cy: emu(notesSize.height) };
