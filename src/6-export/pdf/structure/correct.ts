import type { PdfDraft } from '../draft.ts';
import { contentIn, isContent, isTag, type Kid, type Tag, tagsIn } from './tree.ts';

/**
 * Corrects the tags of the browser for PDF/UA (ISO 14289-1): the content of a list item goes into an
 * LBody next to its label, a figure has its caption and its alternative text, and what only groups others
 * is a Div.
 */
export function correctTags(draft: PdfDraft, top: Tag): void {
  const lists: Tag[] = [];
  for (const tag of tagsIn(top)) {
    if (tag.type === 'LI') wrapItemBody(draft, tag);
    if (tag.type === 'L') lists.push(tag);
    if (tag.type === 'Figure' && tag.alt === undefined) joinFigure(tag);
    removeDefaults(tag);
  }
  for (const list of lists) groupTerms(list);
}

/**
 * A definition list has an item for each of its terms, or for several, with their definitions (ISO 32000-1,
 * 14.8.4.3.3). The browser writes an item for each element.
 */
function groupTerms(list: Tag): void {
  const isTermItem = (kid: Kid | undefined): boolean =>
    kid !== undefined && isTag(kid) && kid.kids.some((each) => isTag(each) && each.isTerm);
  if (!list.kids.some(isTermItem)) return;
  // The browser calls its marks disks.
  list.attributes.delete('List');
  const items: Kid[] = [];
  let before: Kid | undefined;
  for (const kid of list.kids) {
    const item = items.at(-1);
    const isSame = item && (!isTermItem(kid) || isTermItem(before));
    if (isSame && isTag(item) && isTag(kid)) item.kids.push(...kid.kids);
    else items.push(kid);
    before = kid;
  }
  list.kids = items;
}

function wrapItemBody(draft: PdfDraft, item: Tag): void {
  const isLabel = (kid: Kid): boolean => isTag(kid) && kid.type === 'Lbl';
  const rest = item.kids.filter((kid) => !isLabel(kid));
  if (rest.length === 0 || rest.every((kid) => isTag(kid) && kid.type === 'LBody')) return;
  const body: Tag = { number: draft.add(''), type: 'LBody', kids: rest, attributes: new Map() };
  item.kids = [...item.kids.filter(isLabel), body];
}

/**
 * A figure with a caption has the alternative text of the image in it. One without any image is only a group,
 * such as that of code.
 */
function joinFigure(figure: Tag): void {
  const images = tagsIn(figure).filter(({ type, alt }) => type === 'Figure' && alt !== undefined);
  const [image] = images;
  const others = figure.kids.filter((kid) => isTag(kid) && kid.type !== 'Caption');
  if (image?.alt === undefined || images.length > 1) {
    figure.type = 'Div';
    return;
  }
  const captions = figure.kids.filter((kid) => isTag(kid) && kid.type === 'Caption');
  if (others.length > 1) {
    // What is next to the image, such as a source, is no part of it.
    figure.type = 'Div';
    figure.kids = figure.kids.filter((kid) => !captions.includes(kid));
    image.kids = [...contentIn(image), ...captions];
    return;
  }
  figure.alt = image.alt;
  if (image.lang !== undefined) figure.lang = image.lang;
  figure.kids = [...figure.kids.filter(isContent), ...contentIn(image), ...captions];
}

/** Attributes that say what is so without them. */
function removeDefaults({ attributes }: Tag): void {
  const table = attributes.get('Table');
  if (!table) return;
  for (const key of ['RowSpan', 'ColSpan']) if (table.get(key) === 1) table.delete(key);
  const headers = table.get('Headers');
  if (Array.isArray(headers) && headers.length === 0) table.delete('Headers');
  if (table.size === 0) attributes.delete('Table');
}

/**
 * Gives headings levels of which none is left out, as PDF/UA requires (ISO 14289-1, 7.4.2): a heading is one level
 * below the last one before it that is above it.
 */
export function nestHeadings(top: Tag): void {
  const open: number[] = [];
  for (const tag of tagsIn(top)) {
    const level = Number(/^H([1-6])$/.exec(tag.type)?.[1] ?? 0);
    if (level === 0) continue;
    while ((open.at(-1) ?? 0) >= level) open.pop();
    open.push(level);
    tag.type = `H${open.length}`;
  }
}

/** Removes elements that nothing is left of; an empty cell stays in its row. */
export function removeEmpty(tag: Tag): void {
  tag.kids = tag.kids.filter((kid) => {
    if (!isTag(kid)) return true;
    removeEmpty(kid);
    return kid.kids.length > 0 || kid.type === 'TD' || kid.type === 'TH';
  });
}
