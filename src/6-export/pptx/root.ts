import { createHash } from 'node:crypto';
import type { Slide } from '../../model/deck.ts';
import type { Design } from './design/design.ts';
import type { Package, Part } from './package/package.ts';
import { element, slideNamespaces, type Xml } from './xml.ts';

/** Ids of masters and layouts are unique together, from 2³¹ on. */
export const masterNumber = 2147483648;
export const firstLayoutId: number = masterNumber + 1;
const firstSlideId = 256;

const presentationType = 'application/vnd.openxmlformats-officedocument.presentationml';

/** What the root of a presentation refers to, by the ids of relationships. */
export interface RootContent {
  readonly masters: readonly {
    readonly id: string | number | undefined;
    readonly relation: string;
  }[];
  readonly notesMaster: string;
  readonly handoutMaster: string | undefined;
  /** The slides of the deck with their relationships; `undefined` for those that are not exported. */
  readonly slides: readonly { readonly slide: Slide; readonly id: string | undefined }[];
  /** The title of the deck. */
  readonly title: string;
  readonly design: Design;
  readonly fontList: Xml | undefined;
  readonly isRightToLeft: boolean;
}

/** Writes the root: the masters, the slides and their sections. */
export function writeRoot(content: RootContent): Xml {
  const { masters, notesMaster, handoutMaster, slides, design, isRightToLeft } = content;
  const ids = slides
    .flatMap(({ id }) => id ?? [])
    .map((id, index) => [firstSlideId + index, id] as const);
  return element(
    'p:presentation',
    { ...slideNamespaces, saveSubsetFonts: true, rtl: isRightToLeft || undefined },
    element(
      'p:sldMasterIdLst',
      {},
      masters.map(({ id, relation }) => element('p:sldMasterId', { id, 'r:id': relation })),
    ),
    element('p:notesMasterIdLst', {}, element('p:notesMasterId', { 'r:id': notesMaster })),
    handoutMaster !== undefined &&
      element('p:handoutMasterIdLst', {}, element('p:handoutMasterId', { 'r:id': handoutMaster })),
    ids.length > 0 &&
      element(
        'p:sldIdLst',
        {},
        ids.map(([id, relation]) => element('p:sldId', { id, 'r:id': relation })),
      ),
    element('p:sldSz', design.slideSize),
    element('p:notesSz', design.notesSize),
    content.fontList,
    design.defaultText,
    writeSections(content),
  );
}

/** The sections of the deck: each slide with the layout `section` begins one. */
function writeSections({ slides, title: deckTitle }: RootContent): Xml | undefined {
  const sections: { readonly name: string; readonly ids: number[] }[] = [];
  let id = firstSlideId;
  for (const {
    slide: { layout, title },
    id: relation,
  } of slides) {
    const isStart = layout === 'section' || sections.length === 0;
    if (isStart)
      sections.push({ name: layout === 'section' && title !== '' ? title : deckTitle, ids: [] });
    if (relation !== undefined) sections.at(-1)?.ids.push(id++);
  }
  if (!slides.some(({ slide }) => slide.layout === 'section')) return undefined;
  const lists = sections
    .filter(({ ids }) => ids.length > 0)
    .map(({ name, ids }, index) =>
      element(
        'p14:section',
        { name, id: guidOf(`${index} ${name}`) },
        element(
          'p14:sldIdLst',
          {},
          ids.map((each) => element('p14:sldId', { id: each })),
        ),
      ),
    );
  const namespace = { 'xmlns:p14': 'http://schemas.microsoft.com/office/powerpoint/2010/main' };
  const list = element('p14:sectionLst', namespace, lists);
  return element(
    'p:extLst',
    {},
    element('p:ext', { uri: '{521415D9-36F7-43E2-AB2F-B90AF26B5E84}' }, list),
  );
}

/** A name in the form of a GUID, the same for the same text. */
function guidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex').toUpperCase();
  return `{${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}}`;
}

/** The small parts that PowerPoint always writes. */
export function addSettings(root: Part, parts: Package, { theme, tableStyles }: Design): void {
  const properties = element('p:presentationPr', slideNamespaces);
  root.relate(
    'presProps',
    parts.add('ppt/presProps.xml', `${presentationType}.presProps+xml`, properties),
  );
  const view = element('p:viewPr', slideNamespaces);
  root.relate(
    'viewProps',
    parts.add('ppt/viewProps.xml', `${presentationType}.viewProps+xml`, view),
  );
  root.relate('theme', theme);
  if (tableStyles) {
    root.relate('tableStyles', tableStyles);
    return;
  }
  const styles = element('a:tblStyleLst', {
    'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
    def: '{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}',
  });
  root.relate(
    'tableStyles',
    parts.add('ppt/tableStyles.xml', `${presentationType}.tableStyles+xml`, styles),
  );
}
