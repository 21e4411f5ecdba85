import type { PdfDraft } from './draft.ts';

/**
 * Corrects the tags of the browser for PDF/UA (ISO 14289-1): the content of a list item goes into an
 * LBody next to its label, a figure without alternative text becomes a Div, and tags of PDF 2.0 are
 * mapped to tags of PDF 1.7.
 */
export function correctTags(draft: PdfDraft): void {
  const used = new Set<string>();
  for (const number of draft.numbers) {
    const tag = tagOf(draft, number);
    if (tag !== undefined) used.add(tag);
    if (tag === 'LI') wrapItemBody(draft, number);
    const text = draft.textOf(number);
    if (tag === 'Figure' && !/\/Alt[ (<]/.test(text)) {
      draft.replace(number, text.replace('/S /Figure', '/S /Div'));
    }
  }
  const roles = Object.entries(olderTags).filter(([tag]) => used.has(tag));
  const root = Number(/\/StructTreeRoot (\d+) 0 R/.exec(draft.textOf(draft.root))?.[1]);
  if (Number.isNaN(root) || roles.length === 0) return;
  const map = roles.map(([tag, older]) => `/${tag} /${older}`).join(' ');
  draft.extend(root, `/RoleMap <<${map}>>`);
}

/** Whether the headings begin with level 1 and skip no level, in reading order. */
export function hasHeadingsInOrder(draft: PdfDraft): boolean {
  let before = 0;
  for (const level of headingLevels(draft)) {
    if (level > before + 1) return false;
    before = level;
  }
  return true;
}

function* headingLevels(draft: PdfDraft): Generator<number> {
  const root = /\/StructTreeRoot (\d+) 0 R/.exec(draft.textOf(draft.root))?.[1];
  const waiting = [Number(root)];
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    const level = /^H([1-6])$/.exec(tagOf(draft, number) ?? '')?.[1];
    if (level) yield Number(level);
    const children = /\/K (?:\[([^\]]*)\]|(\d+ 0 R))/.exec(draft.textOf(number));
    const inner = (children?.[1] ?? children?.[2] ?? '').replace(/<<[\s\S]*?>>/g, '');
    waiting.push(
      ...Array.from(inner.matchAll(/(\d+) 0 R/g), ([, child]) => Number(child)).reverse(),
    );
  }
}

const olderTags: Readonly<Record<string, string>> = { Aside: 'Sect', Em: 'Span', Strong: 'Span' };

function tagOf(draft: PdfDraft, number: number): string | undefined {
  const text = draft.textOf(number);
  return text.includes('/Type /StructElem') ? /\/S \/(\w+)/.exec(text)?.[1] : undefined;
}

function wrapItemBody(draft: PdfDraft, item: number): void {
  const text = draft.textOf(item);
  const content = /\/K (?:\[((?:\s*\d+ 0 R)+)\s*\]|(\d+ 0 R))/.exec(text);
  const [list = '', several, single] = content ?? [];
  const inner = several ?? single ?? '';
  const children = Array.from(inner.matchAll(/(\d+) 0 R/g), ([, number]) => Number(number));
  const isLabel = (number: number): boolean => tagOf(draft, number) === 'Lbl';
  const [labels, rest] = [children.filter(isLabel), children.filter((child) => !isLabel(child))];
  if (rest.length === 0) return;
  const references = (numbers: readonly number[]): string =>
    `/K [${numbers.map((number) => `${number} 0 R`).join(' ')}]`;
  const body = draft.add(`<</Type /StructElem /S /LBody /P ${item} 0 R ${references(rest)}>>`);
  draft.replace(item, text.replace(list, references([...labels, body])));
  for (const child of rest) {
    draft.replace(child, draft.textOf(child).replace(/\/P \d+ 0 R/, `/P ${body} 0 R`));
  }
}
