import type { PrintedTag } from '../../../model/printed-tag.ts';
import { pdfText } from '../text.ts';
import { contentIn, isTag, type Kid, type MarkedContent, type Tag, tagsIn } from './tree.ts';

/** What the tags of a page mean for its content. */
export interface AppliedTags {
  /** Content that is no longer in the tree, and what it is instead. */
  readonly artifacts: readonly { readonly content: MarkedContent; readonly properties: string }[];
  /** Whether an image has no alternative text. */
  readonly isUnnamed: boolean;
}

/** Gives elements the tags of the page, which marked them by their alternative texts. */
export function applyTags(top: Tag, tags: readonly PrintedTag[]): AppliedTags {
  const byToken = new Map(tags.map((tag) => [pdfText(tag.token), tag]));
  const artifacts: { content: MarkedContent; properties: string }[] = [];
  let isUnnamed = false;
  const apply = (element: Tag): readonly Kid[] => {
    element.kids = element.kids.flatMap((kid) => (isTag(kid) ? apply(kid) : [kid]));
    const tag = element.alt === undefined ? undefined : byToken.get(element.alt);
    if (!tag) return [element];
    if (tag.kind === 'artifact') {
      const properties = `<</Type /Pagination /Subtype /${tag.place}>>`;
      const [links, rest] = splitLinks(element);
      for (const content of rest) artifacts.push({ content, properties });
      return links;
    }
    isUnnamed ||= tag.kind === 'unnamed';
    retag(element, tag);
    return [element];
  };
  apply(top);
  return { artifacts, isUnnamed };
}

/** Links stay in the tree, as their annotations have to be in it. */
function splitLinks(element: Tag): readonly [links: Tag[], rest: MarkedContent[]] {
  const links = tagsIn(element).filter(({ type }) => type === 'Link');
  const linked = new Set(links.flatMap((link) => contentIn(link)));
  return [links, contentIn(element).filter((content) => !linked.has(content))];
}

function retag(element: Tag, tag: Exclude<PrintedTag, { kind: 'artifact' }>): void {
  delete element.alt;
  if (tag.kind === 'formula' || tag.kind === 'figure') {
    element.type = tag.kind === 'formula' ? 'Formula' : 'Figure';
    element.alt = pdfText(tag.text);
    if (tag.kind === 'formula') element.copied = pdfText(tag.copied);
    const captions = element.kids.filter((kid) => isTag(kid) && kid.type === 'Caption');
    const rest = element.kids.filter((kid) => !captions.includes(kid));
    element.kids = [...contentIn({ ...element, kids: rest }), ...captions];
  } else element.type = types[tag.kind];
  // An image without one stays an image.
  if (tag.kind === 'unnamed') element.alt = '()';
  if (tag.kind === 'term') element.isTerm = true;
  // PDF/UA-1 requires that of notes.
  if (tag.kind === 'note') element.id ??= `(node${String(element.number).padStart(8, '0')}-note)`;
}

const types = {
  unnamed: 'Figure',
  note: 'Note',
  reference: 'Reference',
  passage: 'Span',
  term: 'Lbl',
} as const;
