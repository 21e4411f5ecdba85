import { execFileSync } from 'node:child_process';

/**
 * What a PDF lacks of PDF/UA-1 (ISO 14289-1), as far as a program can tell: the conditions of the
 * Matterhorn Protocol 1.1 that concern what we write, by their numbers there. qpdf reads the file.
 */
export function findUaProblems(pdf: string): readonly string[] {
  const file = new File(pdf);
  const problems = [
    ...checkCatalog(file),
    ...checkTags(file),
    ...checkHeadings(file),
    ...file.pages.flatMap((page, index) => [...checkPage(file, page, index + 1)]),
    ...checkFonts(file),
  ];
  return [...new Set(problems)];
}

type Value =
  | string
  | number
  | boolean
  | null
  | readonly Value[]
  | { readonly [key: string]: Value };
type Dictionary = { readonly [key: string]: Value };

interface Entry {
  readonly value?: Value;
  readonly stream?: { readonly dict: Dictionary; readonly data: string };
}

/** An element of the structure; its tag is one of the standard's. */
interface Tag {
  readonly name: string;
  readonly element: Dictionary;
  readonly path: readonly string[];
  readonly children: readonly Value[];
}

class File {
  readonly #entries: Readonly<Record<string, Entry>>;
  readonly root: Dictionary;
  readonly pages: readonly Dictionary[];
  /** In the order in which they are read. */
  readonly tags: readonly Tag[];

  constructor(pdf: string) {
    const args = ['--json', '--json-stream-data=inline', '--decode-level=generalized', pdf];
    const text = execFileSync('qpdf', args, { encoding: 'utf8', maxBuffer: 2 ** 30 });
    this.#entries = JSON.parse(text).qpdf[1];
    this.root = this.dictionary(this.dictionary(this.#entries.trailer?.value)['/Root']);
    this.pages = this.#readPages(this.dictionary(this.root['/Pages']));
    const structure = this.dictionary(this.root['/StructTreeRoot']);
    this.tags = this.list(structure['/K']).flatMap((child) => this.#readTags(child, []));
  }

  /** A value, also where it is only named. */
  resolve(value: Value | undefined): Value | undefined {
    if (typeof value !== 'string' || !/^\d+ \d+ R$/.test(value)) return value;
    const entry = this.#entries[`obj:${value}`];
    return this.resolve(entry?.value ?? entry?.stream?.dict);
  }

  dictionary(value: Value | undefined): Dictionary {
    const resolved = this.resolve(value);
    const isOne = typeof resolved === 'object' && resolved !== null && !Array.isArray(resolved);
    return isOne ? (resolved as Dictionary) : {};
  }

  list(value: Value | undefined): readonly Value[] {
    const resolved = this.resolve(value);
    if (resolved === undefined || resolved === null) return [];
    return Array.isArray(resolved) ? resolved : [value as Value];
  }

  stream(reference: Value | undefined): string {
    const data = this.#entries[`obj:${reference}`]?.stream?.data ?? '';
    return Buffer.from(data, 'base64').toString('latin1');
  }

  #readPages(node: Dictionary): readonly Dictionary[] {
    if (node['/Type'] === '/Page') return [node];
    return this.list(node['/Kids']).flatMap((kid) => this.#readPages(this.dictionary(kid)));
  }

  #readTags(value: Value, path: readonly string[]): readonly Tag[] {
    const element = this.dictionary(value);
    const own = element['/S'];
    if (typeof own !== 'string') return [];
    const roles = this.dictionary(this.dictionary(this.root['/StructTreeRoot'])['/RoleMap']);
    const name = String(roles[own] ?? own).slice(1);
    const children = this.list(element['/K']);
    const below = children.flatMap((child) => this.#readTags(child, [...path, name]));
    return [{ name, element, path, children }, ...below];
  }
}

function* checkCatalog(file: File): Generator<string> {
  const { root } = file;
  if (file.dictionary(root['/MarkInfo'])['/Marked'] !== true)
    yield '06-001: is not marked as tagged';
  const preferences = file.dictionary(root['/ViewerPreferences']);
  if (preferences['/DisplayDocTitle'] !== true) yield '07-001: its title is not displayed';
  if (!/^u:\w/.test(String(root['/Lang']))) yield '11-006: has no language';
  const xmp = file.stream(root['/Metadata']);
  if (!xmp.includes('<pdfuaid:part>1</pdfuaid:part>'))
    yield '06-002: does not say that it is PDF/UA';
  if (!/<dc:title>.*<rdf:li[^>]*>[^<]+/.test(xmp)) yield '06-003: has no title in its metadata';
}

const standardTags =
  `Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H
  H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry
  Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form`.split(/\s+/);

/** What may stand in what: the elements of tables and lists. */
const parents: Readonly<Record<string, readonly string[]>> = {
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  THead: ['Table'],
  TBody: ['Table'],
  TFoot: ['Table'],
  TH: ['TR'],
  TD: ['TR'],
  LI: ['L'],
  LBody: ['LI'],
};

function* checkTags(file: File): Generator<string> {
  if (file.tags.length === 0) yield '01-005: has no tags';
  for (const { name, element, path } of file.tags) {
    const parent = path.at(-1) ?? '';
    if (!standardTags.includes(name)) yield `02-001: ${name} is no tag of the standard`;
    if (parents[name] && !parents[name].includes(parent)) yield `09-004: ${name} in ${parent}`;
    if (parent === 'L' && name !== 'LI' && name !== 'Caption') yield `09-005: ${name} in a list`;
    if (parent === 'LI' && !/^(?:Lbl|LBody)$/.test(name)) yield `09-006: ${name} in a list's item`;
    if (parent === 'TR' && !/^T[HD]$/.test(name)) yield `09-004: ${name} in a row`;
    const hasText = ['/Alt', '/ActualText'].some((key) => String(element[key] ?? '').length > 2);
    if (name === 'Figure' && !hasText) yield '13-004: a figure has no alternative';
    if (name === 'Formula' && !hasText) yield '17-002: a formula has no alternative';
    if (name === 'Note' && element['/ID'] === undefined) yield '19-003: a note has no id';
    if (name === 'TH' && !scopeOf(file, element)) yield '15-003: a head of a table has no scope';
  }
}

function scopeOf(file: File, element: Dictionary): boolean {
  const attributes = file.list(element['/A']).map((value) => file.dictionary(value));
  return attributes.some((owned) => ['/Row', '/Column', '/Both'].includes(String(owned['/Scope'])));
}

function* checkHeadings(file: File): Generator<string> {
  let before = 0;
  for (const { name } of file.tags) {
    const level = Number(/^H([1-6])$/.exec(name)?.[1] ?? 0);
    if (level === 0) continue;
    if (before === 0 && level !== 1) yield `14-002: the first heading is of level ${level}`;
    if (level > before + 1) yield `14-003: a heading of level ${level} follows one of ${before}`;
    before = level;
  }
}

function* checkPage(file: File, page: Dictionary, number: number): Generator<string> {
  const annotations = file.list(page['/Annots']).map((value) => file.dictionary(value));
  if (annotations.length > 0 && page['/Tabs'] !== '/S') yield `28-008: page ${number} has no order`;
  for (const annotation of annotations) yield* checkAnnotation(file, annotation, number);
  const contents = file.list(page['/Contents']).map((stream) => file.stream(stream));
  yield* checkContent(file, contents.join('\n'), page, number);
}

function* checkAnnotation(file: File, annotation: Dictionary, page: number): Generator<string> {
  if (annotation['/Subtype'] !== '/Link') yield `28-006: page ${page} has what is no link`;
  if (String(annotation['/Contents'] ?? '').length <= 2)
    yield `28-012: a link says nothing: ${page}`;
  const place = annotation['/StructParent'];
  const tag = typeof place === 'number' ? file.dictionary(parentTree(file).get(place)) : {};
  if (tag['/S'] !== '/Link') yield `28-011: a link of page ${page} is in no link of the tags`;
}

function parentTree(file: File): ReadonlyMap<number, Value> {
  const rows: [number, Value][] = [];
  const read = (node: Dictionary): void => {
    const numbers = file.list(node['/Nums']);
    for (let i = 0; i < numbers.length; i += 2)
      rows.push([Number(numbers[i]), numbers[i + 1] ?? null]);
    for (const kid of file.list(node['/Kids'])) read(file.dictionary(kid));
  };
  read(file.dictionary(file.dictionary(file.root['/StructTreeRoot'])['/ParentTree']));
  return new Map(rows);
}

const painters = new Set('S s f F f* B B* b b* sh Do Tj TJ \' " EI'.split(' '));
const token = /\((?:[^()\\]|\\[\s\S])*\)|<<[^>]*>>|<[^>]*>|\[[^\]]*\]|[^\s<>[\]()]+/g;

/** Whatever is painted is an artifact, or belongs to an element of the structure. */
function* checkContent(
  file: File,
  content: string,
  owner: Dictionary,
  page: number,
): Generator<string> {
  const owners = file.list(parentTree(file).get(Number(owner['/StructParents'])));
  const open: ('artifact' | 'tagged' | 'neither')[] = [];
  for (const { operator, operands } of readOperators(content)) {
    const [first = ''] = operands;
    if (operator === 'BDC' || operator === 'BMC') {
      const id = /\/MCID (\d+)/.exec(operands[1] ?? '')?.[1] ?? -1;
      const isOwned = file.dictionary(owners[Number(id)])['/S'] !== undefined;
      const kind = first === '/Artifact' ? 'artifact' : isOwned ? 'tagged' : 'neither';
      if (kind === 'artifact' && open.includes('tagged')) yield `01-003: page ${page}`;
      if (kind === 'tagged' && open.includes('artifact')) yield `01-004: page ${page}`;
      open.push(kind);
    } else if (operator === 'EMC') {
      if (open.pop() === undefined) yield `page ${page} ends what it has not begun`;
    } else if (operator === 'Do' && taggedDrawing(file, owner, first)) {
      if (open.length > 0) yield `01-004: a drawing with tags in another tag, page ${page}`;
      const [reference, drawing] = taggedDrawing(file, owner, first) ?? [];
      yield* checkContent(file, file.stream(reference), drawing ?? {}, page);
    } else if (painters.has(operator) && !open.some((kind) => kind !== 'neither')) {
      yield `01-005: page ${page} paints (${operator}) what is neither tagged nor an artifact`;
    }
    if (operator === 'Tj' && /^<(?:.{4})*0000(?:.{4})*>$/.test(first)) {
      yield `31-030: page ${page} shows a letter that has no glyph`;
    }
  }
  if (open.length > 0) yield `page ${page} does not end what it has begun`;
}

function* readOperators(content: string) {
  let operands: string[] = [];
  for (const [word] of content.matchAll(token)) {
    if (/^[A-Za-z'"][\w*]*$/.test(word)) {
      yield { operator: word, operands };
      operands = [];
    } else operands.push(word);
  }
}

/** What a page shows as a whole, where tags of its own begin in it. */
function taggedDrawing(
  file: File,
  owner: Dictionary,
  name: string,
): readonly [reference: Value | undefined, drawing: Dictionary] | undefined {
  const reference = file.dictionary(file.dictionary(owner['/Resources'])['/XObject'])[name];
  const drawing = file.dictionary(reference);
  return drawing['/StructParents'] === undefined ? undefined : [reference, drawing];
}

function* checkFonts(file: File): Generator<string> {
  for (const page of file.pages) {
    const fonts = file.dictionary(file.dictionary(page['/Resources'])['/Font']);
    for (const font of Object.values(fonts).map((value) => file.dictionary(value))) {
      if (font['/ToUnicode'] === undefined) yield `10-001: ${font['/BaseFont']} has no letters`;
      const inner = file.dictionary(file.list(font['/DescendantFonts'])[0]);
      const descriptor = file.dictionary(inner['/FontDescriptor']);
      const isEmbedded = ['/FontFile', '/FontFile2', '/FontFile3'].some((key) => key in descriptor);
      if (!isEmbedded && font['/Subtype'] !== '/Type3')
        yield `31-001: ${font['/BaseFont']} is not embedded`;
    }
  }
}
