import { strToU8, zipSync } from 'fflate';

const officeDocument = 'http://schemas.openxmlformats.org/officeDocument/2006';
const namespaces = [
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  `xmlns:r="${officeDocument}/relationships"`,
  'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"',
].join(' ');

/** A slide of a presentation as other programs write it. */
export interface SlideParts {
  /** Its shapes, as XML. */
  readonly shapes: string;
  /** What follows them, such as the timing. */
  readonly after?: string;
  readonly attributes?: string;
  readonly background?: string;
  readonly layout?: 'title' | 'secHead' | 'obj' | 'twoTxTwoObj';
  /** The ids of relationships, each with its type, and a part or an address. */
  readonly links?: Readonly<Record<string, readonly [type: string, target: string]>>;
  readonly notes?: string;
  /** Further shapes of the page of notes, as XML. */
  readonly notesShapes?: string;
}

interface Extras {
  /** Further parts, by their paths. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
  readonly types?: string;
  /** What follows the list of slides. */
  readonly extensions?: string;
  /** The size of the slides, as attributes. */
  readonly size?: string;
}

/** A presentation of slides with a master and a layout for each, in which bullets are inherited. */
export function presentation(slides: readonly SlideParts[], extras: Extras = {}): Buffer {
  const { parts = {}, types = '', extensions = '', size = 'cx="12192000" cy="6858000"' } = extras;
  const ids = slides.map((_, index) => `<p:sldId id="${256 + index}" r:id="s${index + 1}"/>`);
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/ppt/presentation.xml" ContentType="application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"/>${types}</Types>`,
    '_rels/.rels': relations({ r: ['officeDocument', '/ppt/presentation.xml'] }),
    'ppt/presentation.xml': `<p:presentation ${namespaces}><p:sldIdLst>${ids.join('')}</p:sldIdLst><p:sldSz ${size}/>${extensions}</p:presentation>`,
    'ppt/_rels/presentation.xml.rels': relations(
      Object.fromEntries(
        slides.map((_, i) => [`s${i + 1}`, ['slide', `slides/slide${i + 1}.xml`]]),
      ),
    ),
    'ppt/slideMasters/slideMaster1.xml': master,
    'ppt/slideMasters/_rels/slideMaster1.xml.rels': relations({
      t: ['theme', '../theme/theme1.xml'],
    }),
    'ppt/theme/theme1.xml': theme,
    ...parts,
  };
  for (const [index, slide] of slides.entries()) addSlide(files, slide, index + 1);
  const bytes = Object.entries(files).map(([name, content]) => [
    name,
    typeof content === 'string' ? strToU8(content) : content,
  ]);
  return Buffer.from(zipSync(Object.fromEntries(bytes)));
}

function addSlide(
  files: Record<string, string | Uint8Array>,
  slide: SlideParts,
  number: number,
): void {
  const {
    shapes,
    after = '',
    attributes = '',
    background = '',
    layout = 'obj',
    links = {},
    notes,
    notesShapes = '',
  } = slide;
  files[`ppt/slides/slide${number}.xml`] =
    `<p:sld ${namespaces} ${attributes}><p:cSld>${background}<p:spTree><p:nvGrpSpPr/><p:grpSpPr/>${shapes}</p:spTree></p:cSld>${after}</p:sld>`;
  files[`ppt/slides/_rels/slide${number}.xml.rels`] = relations({
    l: ['slideLayout', `../slideLayouts/slideLayout${number}.xml`],
    ...(notes !== undefined && { n: ['notesSlide', `../notesSlides/notesSlide${number}.xml`] }),
    ...links,
  });
  files[`ppt/slideLayouts/slideLayout${number}.xml`] =
    `<p:sldLayout ${namespaces} type="${layout}"><p:cSld name="A layout"><p:spTree>${placeholder('title', 'Title', box(838200, 365125, 10515600, 1325563))}${placeholder('body', '', box(838200, 1825625, 10515600, 4351338), 1)}</p:spTree></p:cSld></p:sldLayout>`;
  files[`ppt/slideLayouts/_rels/slideLayout${number}.xml.rels`] = relations({
    m: ['slideMaster', '../slideMasters/slideMaster1.xml'],
  });
  if (notes === undefined) return;
  files[`ppt/notesSlides/notesSlide${number}.xml`] =
    `<p:notes ${namespaces}><p:cSld><p:spTree>${placeholder('body', notes, '', 1)}${notesShapes}</p:spTree></p:cSld></p:notes>`;
}

const master = `<p:sldMaster ${namespaces}><p:cSld><p:spTree>${placeholder('title', 'T')}${placeholder('body', 'B', '', 1)}</p:spTree></p:cSld><p:clrMap bg1="lt1" tx1="dk1" accent1="accent1"/><p:txStyles><p:titleStyle/><p:bodyStyle><a:lvl1pPr marL="228600" indent="-228600"><a:buChar char="•"/></a:lvl1pPr><a:lvl2pPr marL="685800"><a:buChar char="–"/></a:lvl2pPr></p:bodyStyle></p:txStyles></p:sldMaster>`;

const theme =
  '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Company"><a:themeElements><a:clrScheme name="x"><a:dk1><a:srgbClr val="111111"/></a:dk1><a:lt1><a:srgbClr val="FFFFFF"/></a:lt1><a:accent1><a:srgbClr val="336699"/></a:accent1></a:clrScheme></a:themeElements></a:theme>';

function relations(links: Readonly<Record<string, readonly [string, string]>>): string {
  const all = Object.entries(links).map(([id, [type, target]]) => {
    const mode = /^[a-z]+:/.test(target) ? ' TargetMode="External"' : '';
    return `<Relationship Id="${id}" Type="${officeDocument}/relationships/${type}" Target="${target}"${mode}/>`;
  });
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;
}

/** A placeholder with paragraphs. */
export function placeholder(type: string, text: string, place = '', index = 0): string {
  return `<p:sp><p:nvSpPr><p:cNvPr id="${index + 2}" name="${type}"/><p:cNvSpPr/><p:nvPr><p:ph type="${type}" idx="${index}"/></p:nvPr></p:nvSpPr><p:spPr>${place}</p:spPr><p:txBody><a:bodyPr/>${paragraphs(text)}</p:txBody></p:sp>`;
}

/** A text box. */
export function textBox(id: number, text: string, place: string, more = ''): string {
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Text ${id}">${more}</p:cNvPr><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>${place}</p:spPr><p:txBody><a:bodyPr/>${paragraphs(text)}</p:txBody></p:sp>`;
}

/** Paragraphs from lines; those that are XML already stay as they are. */
export function paragraphs(text: string): string {
  if (text.startsWith('<')) return text;
  return text
    .split('\n')
    .map((line) => `<a:p>${line === '' ? '' : run(line)}</a:p>`)
    .join('');
}

export function run(text: string, properties = ''): string {
  return `<a:r><a:rPr ${properties}/><a:t>${text}</a:t></a:r>`;
}

export function box(x: number, y: number, cx: number, cy: number, name = 'a:xfrm'): string {
  return `<${name}><a:off x="${x}" y="${y}"/><a:ext cx="${cx}" cy="${cy}"/></${name}>`;
}

/** What a frame shows, such as a table or a chart. */
export function frame(id: number, content: string, place: string): string {
  return `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="${id}" name="Frame ${id}"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>${place}<a:graphic><a:graphicData uri="">${content}</a:graphicData></a:graphic></p:graphicFrame>`;
}

export function picture(id: number, relation: string, place: string, alt = ''): string {
  return `<p:pic><p:nvPicPr><p:cNvPr id="${id}" name="Picture ${id}" descr="${alt}"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="${relation}"/></p:blipFill><p:spPr>${place}</p:spPr></p:pic>`;
}
