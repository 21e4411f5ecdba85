import { zipSync } from 'fflate';

/** A presentation whose parts are written by hand, as a company's template would have them. */
export interface TemplateSpec {
  /** In EMU; 16:9 if absent. */
  readonly size?: readonly [width: number, height: number];
  /** `dk1`, `lt1`, `dk2`, `lt2`, six accents, link, followed link. */
  readonly colors?: readonly string[];
  readonly fonts?: readonly [heading: string, text: string];
  /** Whether the master maps text to the light color. */
  readonly isDark?: boolean;
  readonly isRightToLeft?: boolean;
  readonly layouts: readonly LayoutSpec[];
  /** XML in the tree of the master, after its placeholders. */
  readonly masterShapes?: string;
  /** XML of its background. */
  readonly background?: string;
  readonly masterRelationships?: readonly string[];
  /** The type of the main part. */
  readonly mainType?: string;
  /** Further files, and replacements of usual ones. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Further entries of the list of content types. */
  readonly types?: string;
}

interface LayoutSpec {
  readonly name: string;
  readonly type?: string;
  readonly places: readonly PlaceSpec[];
  readonly background?: string;
  /** Attributes of its own color mapping. */
  readonly mapping?: string;
  readonly shapes?: string;
  readonly relationships?: readonly string[];
}

/** A placeholder: its type, its index, its box as shares of the slide in percent, and its size. */
export interface PlaceSpec {
  readonly type?: string;
  readonly idx?: number;
  readonly name?: string;
  readonly box?: readonly [x: number, y: number, width: number, height: number];
  readonly size?: number;
  /** Of its text: a name of the scheme. */
  readonly color?: string;
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const spaces = `xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${office}" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"`;
const ooxml = 'application/vnd.openxmlformats-officedocument';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const title: PlaceSpec = { type: 'title', name: 'Title', box: [6, 5, 88, 14] };
export const body: PlaceSpec = { idx: 1, name: 'Content', box: [6, 24, 88, 64] };
export const footers: readonly PlaceSpec[] = [
  { type: 'dt', idx: 10, box: [6, 92, 20, 5] },
  { type: 'ftr', idx: 11, box: [30, 92, 40, 5] },
  { type: 'sldNum', idx: 12, box: [74, 92, 20, 5] },
];

/** The layouts that PowerPoint begins with. */
export const usualLayouts: readonly LayoutSpec[] = [
  {
    name: 'Title Slide',
    type: 'title',
    places: [
      { type: 'ctrTitle', name: 'Title', box: [12, 18, 76, 32], size: 6000 },
      { type: 'subTitle', idx: 1, name: 'Subtitle', box: [12, 54, 76, 22], size: 2400 },
      ...footers,
    ],
  },
  { name: 'Title and Content', type: 'obj', places: [title, body, ...footers] },
  {
    name: 'Section Header',
    type: 'secHead',
    places: [
      { ...title, box: [6, 25, 88, 30], size: 5400 },
      { type: 'body', idx: 1, name: 'Text', box: [6, 58, 88, 20], size: 2400 },
      ...footers,
    ],
  },
  {
    name: 'Two Content',
    type: 'twoObj',
    places: [
      title,
      { idx: 1, name: 'Left', box: [6, 24, 42, 64] },
      { idx: 2, name: 'Right', box: [52, 24, 42, 64] },
      ...footers,
    ],
  },
  { name: 'Title Only', type: 'titleOnly', places: [title, ...footers] },
  { name: 'Blank', type: 'blank', places: [...footers] },
  {
    name: 'Picture with Caption',
    type: 'picTx',
    places: [
      { ...title, box: [6, 7, 32, 22], size: 3200 },
      { type: 'pic', idx: 1, name: 'Picture', box: [42, 14, 52, 71] },
      { type: 'body', idx: 2, name: 'Text', box: [6, 30, 32, 55], size: 1600 },
      ...footers,
    ],
  },
];

const office2013 = [
  '000000',
  'FFFFFF',
  '44546A',
  'E7E6E6',
  '4472C4',
  'ED7D31',
  'A5A5A5',
  'FFC000',
  '5B9BD5',
  '70AD47',
  '0563C1',
  '954F72',
];

/** Writes a presentation. */
export function template(spec: TemplateSpec): Buffer {
  const [width, height] = spec.size ?? [12192000, 6858000];
  const master = new TreeWriter(width, height, spec.isRightToLeft ?? false);
  const places = [title, { type: 'body', idx: 1, box: [6, 24, 88, 64] } as const, ...footers];
  const map = spec.isDark ? dark : light;
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': contentTypes(spec),
    '_rels/.rels': relationships([relation('rId1', 'officeDocument', 'ppt/presentation.xml')]),
    'ppt/presentation.xml': `<p:presentation ${spaces}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:sldSz cx="${width}" cy="${height}"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': relationships([
      relation('rId1', 'slideMaster', 'slideMasters/slideMaster1.xml'),
      relation('rId2', 'theme', 'theme/theme1.xml'),
    ]),
    'ppt/theme/theme1.xml': themeXml(spec),
    'ppt/slideMasters/slideMaster1.xml': `<p:sldMaster ${spaces}><p:cSld>${spec.background ?? '<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>'}${master.write(places, spec.masterShapes)}</p:cSld><p:clrMap ${map}/><p:sldLayoutIdLst>${spec.layouts.map((_, i) => `<p:sldLayoutId id="${2147483649 + i}" r:id="rId${i + 1}"/>`).join('')}</p:sldLayoutIdLst><p:txStyles>${textStyles(spec)}</p:txStyles></p:sldMaster>`,
    'ppt/slideMasters/_rels/slideMaster1.xml.rels': relationships([
      ...spec.layouts.map((_, i) =>
        relation(`rId${i + 1}`, 'slideLayout', `../slideLayouts/slideLayout${i + 1}.xml`),
      ),
      relation('rId900', 'theme', '../theme/theme1.xml'),
      ...(spec.masterRelationships ?? []),
    ]),
  };
  for (const [i, layout] of spec.layouts.entries()) {
    const tree = new TreeWriter(width, height, spec.isRightToLeft ?? false);
    const mapping = layout.mapping
      ? `<a:overrideClrMapping ${layout.mapping}/>`
      : '<a:masterClrMapping/>';
    const type = layout.type === undefined ? '' : ` type="${layout.type}"`;
    files[`ppt/slideLayouts/slideLayout${i + 1}.xml`] =
      `<p:sldLayout ${spaces}${type} preserve="1"><p:cSld name="${layout.name}">${layout.background ?? ''}${tree.write(layout.places, layout.shapes)}</p:cSld><p:clrMapOvr>${mapping}</p:clrMapOvr></p:sldLayout>`;
    files[`ppt/slideLayouts/_rels/slideLayout${i + 1}.xml.rels`] = relationships([
      relation('rId1', 'slideMaster', '../slideMasters/slideMaster1.xml'),
      ...(layout.relationships ?? []),
    ]);
  }
  const all = Object.entries({ ...files, ...spec.files });
  const packed = all.map(([name, content]): [string, Uint8Array] => [
    name,
    typeof content === 'string' ? new TextEncoder().encode(declaration + content) : content,
  ]);
  return Buffer.from(zipSync(Object.fromEntries(packed), { mtime: new Date(1980, 0, 1) }));
}

/** A relationship, as in the files of relationships. */
export function relation(id: string, type: string, target: string, isExternal = false): string {
  return `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"${isExternal ? ' TargetMode="External"' : ''}/>`;
}

export function relationships(list: readonly string[]): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`;
}

export const light: string =
  'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"';
export const dark: string = light.replace(
  'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2"',
  'bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2"',
);

class TreeWriter {
  readonly #width: number;
  readonly #height: number;
  readonly #isRightToLeft: boolean;
  #id = 1;

  constructor(width: number, height: number, isRightToLeft: boolean) {
    this.#width = width;
    this.#height = height;
    this.#isRightToLeft = isRightToLeft;
  }

  write(places: readonly PlaceSpec[], shapes = ''): string {
    const own = places.map((place) => this.#place(place)).join('');
    return `<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>${own}${shapes}</p:spTree>`;
  }

  #place({ type, idx, name, box, size, color }: PlaceSpec): string {
    const id = ++this.#id;
    const attributes = [type && `type="${type}"`, idx !== undefined && `idx="${idx}"`].filter(
      Boolean,
    );
    const properties = box ? `<p:spPr>${this.#frame(box)}</p:spPr>` : '<p:spPr/>';
    const side = this.#isRightToLeft ? ' algn="r" rtl="1"' : '';
    const fill =
      color === undefined ? '' : `<a:solidFill><a:schemeClr val="${color}"/></a:solidFill>`;
    const run = `<a:defRPr${size === undefined ? '' : ` sz="${size}"`}>${fill}</a:defRPr>`;
    const isStyled = size !== undefined || color !== undefined;
    const style = isStyled ? `<a:lvl1pPr${side}>${run}</a:lvl1pPr>` : '';
    const field =
      type === 'sldNum'
        ? '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="en-US"/><a:t>‹#›</a:t></a:fld>'
        : '<a:endParaRPr lang="en-US"/>';
    return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name ?? `Placeholder ${id}`}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph ${attributes.join(' ')}/></p:nvPr></p:nvSpPr>${properties}<p:txBody><a:bodyPr><a:normAutofit/></a:bodyPr><a:lstStyle>${style}</a:lstStyle><a:p>${field}</a:p></p:txBody></p:sp>`;
  }

  #frame(shares: readonly number[]): string {
    const [x, y, cx, cy] = shares.map((part, i) =>
      Math.round(((i % 2 === 0 ? this.#width : this.#height) * part) / 100),
    );
    return `<a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm>`;
  }
}

function contentTypes({ layouts, mainType, types = '' }: TemplateSpec): string {
  const part = (name: string, type: string): string =>
    `<Override PartName="/ppt/${name}" ContentType="${type}"/>`;
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>${part('presentation.xml', mainType ?? `${ooxml}.presentationml.template.main+xml`)}${part('theme/theme1.xml', `${ooxml}.theme+xml`)}${part('slideMasters/slideMaster1.xml', `${ooxml}.presentationml.slideMaster+xml`)}${layouts.map((_, i) => part(`slideLayouts/slideLayout${i + 1}.xml`, `${ooxml}.presentationml.slideLayout+xml`)).join('')}${types}</Types>`;
}

function textStyles({ isRightToLeft }: TemplateSpec): string {
  const side = isRightToLeft ? ' algn="r" rtl="1"' : '';
  const fill = '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>';
  const levels = [2800, 2400, 2000, 1800, 1800].map(
    (size, i) =>
      `<a:lvl${i + 1}pPr marL="${228600 + 457200 * i}" indent="-228600"${side}><a:lnSpc><a:spcPct val="90000"/></a:lnSpc><a:spcBef><a:spcPts val="1000"/></a:spcBef><a:buFont typeface="Arial"/><a:buChar char="•"/><a:defRPr sz="${size}">${fill}<a:latin typeface="+mn-lt"/></a:defRPr></a:lvl${i + 1}pPr>`,
  );
  return `<p:titleStyle><a:lvl1pPr${side}><a:lnSpc><a:spcPct val="90000"/></a:lnSpc><a:buNone/><a:defRPr sz="4000">${fill}<a:latin typeface="+mj-lt"/></a:defRPr></a:lvl1pPr></p:titleStyle><p:bodyStyle>${levels.join('')}</p:bodyStyle><p:otherStyle><a:lvl1pPr><a:defRPr sz="1200">${fill}<a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr></p:otherStyle>`;
}

function themeXml({
  colors = office2013,
  fonts = ['Calibri Light', 'Calibri'],
}: TemplateSpec): string {
  const names = [
    'dk1',
    'lt1',
    'dk2',
    'lt2',
    'accent1',
    'accent2',
    'accent3',
    'accent4',
    'accent5',
    'accent6',
    'hlink',
    'folHlink',
  ];
  const scheme = names
    .map((name, i) => `<a:${name}><a:srgbClr val="${colors[i]}"/></a:${name}>`)
    .join('');
  const font = (name: string, face: string): string =>
    `<a:${name}><a:latin typeface="${face}"/><a:ea typeface=""/><a:cs typeface=""/></a:${name}>`;
  const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  const line = `<a:ln w="6350">${fill}</a:ln>`;
  const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>';
  return `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Company"><a:themeElements><a:clrScheme name="Company">${scheme}</a:clrScheme><a:fontScheme name="Company">${font('majorFont', fonts[0])}${font('minorFont', fonts[1])}</a:fontScheme><a:fmtScheme name="Company"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`;
}
