import { editXml, type XmlEdit } from '../../base/ooxml/edit-xml.ts';
import {
  childOf,
  childrenOf,
  descend,
  findAll,
  type XmlElement,
} from '../../base/ooxml/xml-tree.ts';
import { placeholderOf } from './placeholder.ts';

/** The content of a run that a style cannot have. */
const ofRuns = new Set(['a:hlinkClick', 'a:hlinkMouseOver', 'a:extLst']);
const ofParagraphs = new Set(['a:defRPr', 'a:extLst']);

/**
 * Moves the looks of prompts to styles, which slides inherit. LibreOffice writes masters without styles, whose colors,
 * sizes and bullets are in the text of the prompts only.
 *
 * @param xml of a master or a layout
 * @param isLayout whether bullets and indents are those of the master, as prompts in layouts may be empty
 */
export function styleByPrompts(xml: string, root: XmlElement, isLayout: boolean): string {
  const shapes = findAll(root, 'p:sp').filter((shape) => placeholderOf(shape) !== undefined);
  return editXml(
    xml,
    shapes.flatMap((shape) => insertionOf(xml, shape, isLayout) ?? []),
  );
}

function insertionOf(xml: string, shape: XmlElement, isLayout: boolean): XmlEdit | undefined {
  const body = childOf(shape, 'p:txBody');
  const properties = childOf(body, 'a:bodyPr');
  const own = childOf(body, 'a:lstStyle');
  if (!properties || (own && own.children.length > 0)) return undefined;
  const paragraphs = childrenOf(body, 'a:p');
  const deeper = isLayout && isText(shape) ? deeperStyle(xml, paragraphs[0]) : '';
  const styles = stylesOf(xml, paragraphs, isLayout, deeper);
  if (styles === '') return undefined;
  const text = `<a:lstStyle xmlns:a="${drawing}">${styles}</a:lstStyle>`;
  const place = own ?? { start: properties.end, end: properties.end };
  return { start: place.start, end: place.end, text };
}

const drawing = 'http://schemas.openxmlformats.org/drawingml/2006/main';

function isText(shape: XmlElement): boolean {
  return /^(?:obj|body|subTitle)$/.test(placeholderOf(shape)?.attributes.type ?? 'obj');
}

/** What deeper levels share with the first one, where only that has a prompt: alignment and color. */
function deeperStyle(xml: string, paragraph: XmlElement | undefined): string {
  const algn = childOf(paragraph, 'a:pPr')?.attributes.algn;
  const run = paragraph && runOf(paragraph);
  const fill = run && childOf(run, 'a:solidFill');
  const color = fill ? `<a:defRPr>${xml.slice(fill.start, fill.end)}</a:defRPr>` : '';
  return algn === undefined && color === ''
    ? ''
    : `${writeAttributes(algn === undefined ? {} : { algn })}>${color}`;
}

/**
 * A style for each level, from the first paragraph of that level.
 *
 * @param deeper the style of deeper levels without a paragraph; empty for none
 */
function stylesOf(
  xml: string,
  paragraphs: readonly XmlElement[],
  isLayout: boolean,
  deeper: string,
): string {
  const levels = new Map<number, string>();
  for (const paragraph of paragraphs) {
    const properties = childOf(paragraph, 'a:pPr');
    const level = Number(properties?.attributes.lvl ?? 0);
    if (!Number.isInteger(level) || level < 0 || level > 8 || levels.has(level)) continue;
    const style = styleOf(xml, paragraph, isLayout);
    if (style !== undefined)
      levels.set(level, `<a:lvl${level + 1}pPr${style}</a:lvl${level + 1}pPr>`);
  }
  if (deeper !== '' && levels.has(0)) {
    for (let level = 1; level < 9; level++) {
      if (!levels.has(level))
        levels.set(level, `<a:lvl${level + 1}pPr${deeper}</a:lvl${level + 1}pPr>`);
    }
  }
  return [...levels.entries()]
    .toSorted(([a], [b]) => a - b)
    .map(([, style]) => style)
    .join('');
}

/** The attributes and the content of a style; `undefined` if the prompt has none. */
function styleOf(xml: string, paragraph: XmlElement, isLayout: boolean): string | undefined {
  const run = runOf(paragraph);
  const looks = run && writeRun(xml, run);
  if (looks === undefined) return undefined;
  const properties = childOf(paragraph, 'a:pPr');
  const { lvl: _, marL, indent, ...others } = properties?.attributes ?? {};
  const margins = isLayout ? {} : { ...(marL && { marL }), ...(indent && { indent }) };
  const children = isLayout ? '' : slices(xml, properties, ofParagraphs);
  return `${writeAttributes({ ...margins, ...others })}>${children}${looks}`;
}

/** The looks of the text of a prompt, or of an empty one. */
function runOf(paragraph: XmlElement): XmlElement | undefined {
  return (
    descend(paragraph, 'a:r', 'a:rPr') ??
    descend(paragraph, 'a:fld', 'a:rPr') ??
    childOf(paragraph, 'a:endParaRPr')
  );
}

function writeRun(xml: string, run: XmlElement): string | undefined {
  const { lang, altLang, dirty, err, bmk, smtClean, ...looks } = run.attributes;
  const children = slices(xml, run, ofRuns);
  if (children === '' && Object.keys(looks).length === 0) return undefined;
  return `<a:defRPr${writeAttributes(looks)}>${children}</a:defRPr>`;
}

function slices(
  xml: string,
  element: XmlElement | undefined,
  without: ReadonlySet<string>,
): string {
  const kept = element?.children.filter(({ name }) => !without.has(name)) ?? [];
  return kept.map(({ start, end }) => xml.slice(start, end)).join('');
}

function writeAttributes(attributes: Readonly<Record<string, string>>): string {
  const plain = Object.entries(attributes).filter(
    ([name]) => /^\w+$/.test(name) && name !== 'xmlns',
  );
  return plain
    .map(
      ([name, value]) =>
        ` ${name}="${value.replace(/[&<"]/g, (each) => `&#${each.charCodeAt(0)};`)}"`,
    )
    .join('');
}

/** Whether slides inherit no looks from a master but those of its prompts. */
export function hasPromptsOnly(master: XmlElement): boolean {
  const styles = childOf(master, 'p:txStyles');
  return styles === undefined || findAll(styles, 'a:lvl1pPr').length === 0;
}
