import type { PdfDraft } from '../draft.ts';
import {
  isDictionary,
  isReference,
  type PdfDictionary,
  type PdfValue,
  referenceOf,
  writePdfValue,
} from '../values.ts';

/** An element of the structure tree (ISO 32000-1, 14.7.2). */
export interface Tag {
  /** The number of its object. */
  readonly number: number;
  /** Its structure type: `P`. */
  type: string;
  kids: Kid[];
  /** A PDF string, as `lang`. Empty if it is missing. */
  alt?: string;
  /** What is copied of a formula. */
  copied?: string;
  lang?: string;
  /** Whether it is the label of definitions: those of the items that follow. */
  isTerm?: boolean;
  /** What the browser calls it; `(node00000012)`. */
  id?: string;
  /** By their owners: `Table`, `Layout`. */
  attributes: Map<string, Map<string, PdfValue>>;
}

export type Kid = Tag | MarkedContent | AnnotationKid;

/** What a page shows between two marks. */
export interface MarkedContent {
  readonly page: number;
  /** The page or the form XObject whose content it is. */
  readonly owner: number;
  readonly mcid: number;
}

/** An annotation, such as a link. */
export interface AnnotationKid {
  readonly annotation: number;
  readonly page: number | undefined;
}

/** The structure of a document. */
export interface StructureTree {
  /** The number of the `StructTreeRoot`. */
  readonly root: number;
  readonly top: Tag;
}

export function isTag(kid: Kid): kid is Tag {
  return 'type' in kid;
}

export function isContent(kid: Kid): kid is MarkedContent {
  return 'mcid' in kid;
}

/** All elements in reading order, from this one on. */
export function tagsIn(tag: Tag, found: Tag[] = []): Tag[] {
  found.push(tag);
  for (const kid of tag.kids) if (isTag(kid)) tagsIn(kid, found);
  return found;
}

/** All marked content of an element, in reading order. */
export function contentIn(tag: Tag, found: MarkedContent[] = []): MarkedContent[] {
  for (const kid of tag.kids) {
    if (isTag(kid)) contentIn(kid, found);
    else if (isContent(kid)) found.push(kid);
  }
  return found;
}

/** @returns `undefined` if the document has no tags */
export function readStructure(draft: PdfDraft): StructureTree | undefined {
  const root = referenceOf(draft.dictionaryOf(draft.root).get('StructTreeRoot'));
  if (root === undefined) return undefined;
  const top = draft.dictionaryOf(root).get('K');
  return isReference(top)
    ? { root, top: readTag({ draft, read: new Set() }, top.object) }
    : undefined;
}

/** A document whose tags are being read. */
interface Reading {
  readonly draft: PdfDraft;
  /** The objects that were read. */
  readonly read: Set<number>;
}

/** @throws if an element is in another twice, or in itself */
function readTag(reading: Reading, number: number): Tag {
  if (reading.read.has(number)) throw new Error(`the element in object ${number} is in two others`);
  reading.read.add(number);
  const plain = plainTag.exec(reading.draft.textOf(number));
  return plain ? readPlainTag(reading, number, plain) : readAnyTag(reading, number);
}

/** Nearly all elements as the browser writes them: those without attributes. They are read ten times as fast. */
const plainTag =
  /^<<\/Type \/StructElem\s\/S \/(\w+)\s(?:\/Alt (\((?:[^()\\]|\\.)*\)|<[\da-fA-F]+>)\s)?\/P \d+ 0 R\s(?:\/Pg (\d+) 0 R\s)?\/K \[?([\d R]*)\]?>>$/;

function readPlainTag(
  reading: Reading,
  number: number,
  [, type = '', alt, page, list = '']: RegExpExecArray,
): Tag {
  const kids: Kid[] = [];
  const owner = Number(page);
  for (const kid of list.match(/\d+(?: 0 R)?/g) ?? []) {
    if (kid.endsWith('R')) kids.push(readTag(reading, Number.parseInt(kid, 10)));
    else if (page !== undefined) kids.push({ page: owner, owner, mcid: Number(kid) });
  }
  return { number, type, kids, ...(alt !== undefined && { alt }), attributes: new Map() };
}

function readAnyTag(reading: Reading, number: number): Tag {
  const entries = reading.draft.dictionaryOf(number);
  const page = entries.get('Pg');
  const own = isReference(page) ? page.object : undefined;
  const tag: Tag = {
    number,
    type: nameOf(entries.get('S')),
    kids: listOf(entries.get('K')).flatMap((kid) => readKid(reading, kid, own)),
    attributes: new Map(),
  };
  for (const key of ['alt', 'lang', 'id'] as const) {
    const value = entries.get({ alt: 'Alt', lang: 'Lang', id: 'ID' }[key]);
    if (typeof value === 'string') tag[key] = value;
  }
  for (const group of listOf(entries.get('A'))) {
    if (isDictionary(group)) addAttributes(tag, group);
  }
  return tag;
}

function addAttributes(tag: Tag, group: PdfDictionary): void {
  for (const [key, value] of group) {
    if (key !== 'O') setAttribute(tag, nameOf(group.get('O')), key, value);
  }
}

export function setAttribute(tag: Tag, owner: string, key: string, value: PdfValue): void {
  const attributes = tag.attributes.get(owner) ?? new Map<string, PdfValue>();
  tag.attributes.set(owner, attributes.set(key, value));
}

function nameOf(value: PdfValue | undefined): string {
  return typeof value === 'string' ? value.slice(1) : '';
}

function listOf(value: PdfValue | undefined): readonly PdfValue[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

function readKid(reading: Reading, kid: PdfValue, own: number | undefined): readonly Kid[] {
  if (typeof kid === 'number') {
    return own === undefined ? [] : [{ page: own, owner: own, mcid: kid }];
  }
  if (isReference(kid)) return [readTag(reading, kid.object)];
  if (!isDictionary(kid)) return [];
  const named = kid.get('Pg');
  const page = isReference(named) ? named.object : own;
  const [mcid, form, object] = [kid.get('MCID'), kid.get('Stm'), kid.get('Obj')];
  if (typeof mcid === 'number' && page !== undefined) {
    return [{ page, owner: isReference(form) ? form.object : page, mcid }];
  }
  return isReference(object) ? [{ annotation: object.object, page }] : [];
}

/** Writes all elements, and the trees that lead to them from content, annotations and ids. */
export function writeStructure(draft: PdfDraft, { root, top }: StructureTree): void {
  const byOwner = new Map<number, Map<number, number>>();
  const byAnnotation = new Map<number, number>();
  const ids = renumberIds(top);
  const write = (tag: Tag, parent: number): void => {
    for (const kid of tag.kids) {
      if (isTag(kid)) write(kid, tag.number);
      else if (isContent(kid)) ownersOf(byOwner, kid.owner).set(kid.mcid, tag.number);
      else byAnnotation.set(kid.annotation, tag.number);
    }
    draft.replace(tag.number, writeTag(tag, parent, ids));
  };
  write(top, root);
  const owners = writeOwners(draft, byOwner, byAnnotation);
  const roles = writeRoles(top);
  draft.replace(
    root,
    `<</Type /StructTreeRoot /K ${top.number} 0 R /ParentTree ${owners} 0 R${writeIds(draft, top, ids)}${roles}>>`,
  );
}

function ownersOf(byOwner: Map<number, Map<number, number>>, owner: number): Map<number, number> {
  const owners = byOwner.get(owner) ?? new Map<number, number>();
  byOwner.set(owner, owners);
  return owners;
}

/** Chromium numbers elements across all pages that it has shown; these numbers depend on this file only. */
function renumberIds(top: Tag): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const { id } of tagsIn(top)) {
    if (id !== undefined) ids.set(id, `(node${String(ids.size + 1).padStart(8, '0')})`);
  }
  return ids;
}

function writeTag(tag: Tag, parent: number, ids: ReadonlyMap<string, string>): string {
  const page = tag.kids.flatMap((kid) => (isTag(kid) ? [] : [kid.page]))[0];
  const kids = tag.kids.map((kid) => {
    if (isTag(kid)) return `${kid.number} 0 R`;
    const where = kid.page === page || kid.page === undefined ? '' : `/Pg ${kid.page} 0 R `;
    if (!isContent(kid)) return `<</Type /OBJR ${where}/Obj ${kid.annotation} 0 R>>`;
    const form = kid.owner === kid.page ? '' : `/Stm ${kid.owner} 0 R `;
    return where + form === '' ? `${kid.mcid}` : `<</Type /MCR ${where}${form}/MCID ${kid.mcid}>>`;
  });
  const { type, alt, lang, id } = tag;
  const entries = [
    `/Type /StructElem\n/S /${type}\n/P ${parent} 0 R`,
    page !== undefined && `/Pg ${page} 0 R`,
    kids.length === 1 && !kids[0]?.startsWith('<<') ? `/K ${kids[0]}` : `/K [${kids.join(' ')}]`,
    alt !== undefined && alt !== '()' && `/Alt ${alt}`,
    lang !== undefined && `/Lang ${lang}`,
    id !== undefined && `/ID ${ids.get(id)}`,
    tag.attributes.size > 0 && `/A ${writeAttributes(tag, ids)}`,
  ];
  return `<<${entries.filter(Boolean).join('\n')}>>`;
}

function writeAttributes({ attributes }: Tag, ids: ReadonlyMap<string, string>): string {
  const groups = Array.from(attributes, ([owner, entries]) => {
    const texts = Array.from(entries, ([key, value]) => `/${key} ${writePdfValue(value)}`);
    return `<</O /${owner} ${texts.join(' ')}>>`;
  });
  const text = groups.length === 1 ? (groups[0] ?? '') : `[${groups.join(' ')}]`;
  return text.replace(/\(node\d+\)/g, (id) => ids.get(id) ?? id);
}

/** @returns the number of the tree from content and annotations to their elements */
function writeOwners(
  draft: PdfDraft,
  byOwner: ReadonlyMap<number, ReadonlyMap<number, number>>,
  byAnnotation: ReadonlyMap<number, number>,
): number {
  const rows: [key: number, number: number][] = [];
  for (const [owner, owners] of byOwner) {
    const key = Number(/\/StructParents (\d+)/.exec(draft.textOf(owner))?.[1]);
    if (Number.isNaN(key)) continue;
    const length = Math.max(...owners.keys()) + 1;
    const list = Array.from({ length }, (_, mcid) => {
      const owner = owners.get(mcid);
      return owner === undefined ? 'null' : `${owner} 0 R`;
    });
    rows.push([key, draft.add(`[${list.join(' ')}]`)]);
  }
  for (const [annotation, owner] of byAnnotation) {
    const key = Number(/\/StructParent (\d+)/.exec(draft.textOf(annotation))?.[1]);
    if (!Number.isNaN(key)) rows.push([key, owner]);
  }
  rows.sort(([a], [b]) => a - b);
  return draft.add(`<</Nums [${rows.map(([key, number]) => `${key} ${number} 0 R`).join(' ')}]>>`);
}

function writeIds(draft: PdfDraft, top: Tag, ids: ReadonlyMap<string, string>): string {
  const rows = tagsIn(top).flatMap(({ id, number }) =>
    id === undefined ? [] : [[ids.get(id) ?? id, number] as const],
  );
  if (rows.length === 0) return '';
  rows.sort(([a], [b]) => (a < b ? -1 : 1));
  const limits = `${rows[0]?.[0]} ${rows.at(-1)?.[0]}`;
  const names = rows.map(([id, number]) => `${id} ${number} 0 R`).join(' ');
  const leaf = draft.add(`<</Limits [${limits}] /Names [${names}]>>`);
  return ` /IDTree <</Kids [${leaf} 0 R]>>`;
}

/** Structure types of PDF 2.0, and what they are in PDF 1.7. */
const olderTypes: Readonly<Record<string, string>> = { Aside: 'Sect', Em: 'Span', Strong: 'Span' };

function writeRoles(top: Tag): string {
  const used = new Set(Array.from(tagsIn(top), ({ type }) => type));
  const roles = Object.entries(olderTypes).filter(([type]) => used.has(type));
  if (roles.length === 0) return '';
  return ` /RoleMap <<${roles.map(([type, older]) => `/${type} /${older}`).join(' ')}>>`;
}
