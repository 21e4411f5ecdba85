import type { PdfDraft } from '../../6-export/pdf/draft.ts';
import { hasHeadingsInOrder } from '../../6-export/pdf/tags.ts';
import type { PdfTest } from './clauses.ts';

/** What is said about a test that has found a failure; those without are not in it. */
export type PdfFailures = ReadonlyMap<PdfTest, string>;

/**
 * Tests a PDF that `lectern export` writes for a part of what PDF/UA-1 requires.
 *
 * @param hasFormulas whether a slide shows one
 */
export function testPdf(draft: PdfDraft, hasFormulas: boolean): PdfFailures {
  const catalog = draft.textOf(draft.root);
  const texts = draft.numbers.map((number) => draft.textOf(number));
  const tagged = (tag: string) =>
    texts.filter((text) => text.includes(`/Type /StructElem\n/S /${tag}\n`));
  const results: Readonly<Record<PdfTest, readonly [isMet: boolean, failure: string]>> = {
    tagged: [/\/Marked true/.test(catalog) && tagged('Document').length > 0, 'It is not tagged.'],
    title: [/\/DisplayDocTitle true/.test(catalog), 'Its title is not displayed.'],
    language: [/\/Lang ?\([^)]+\)/.test(catalog), 'It has no language.'],
    figures: [tagged('Figure').every(hasText), 'An image or a drawing has no alternative text.'],
    headings: [hasHeadingsInOrder(draft), 'Headings skip a level.'],
    tables: [
      tagged('Table').every((table) => isRegular(draft, table)),
      'A table has rows of different lengths.',
    ],
    formulas: [
      !hasFormulas || (tagged('Formula').length > 0 && tagged('Formula').every(hasText)),
      'Formulas are not tagged as such.',
    ],
    links: [
      texts.filter((text) => /\/Subtype ?\/Link\b/.test(text)).every(hasContents),
      'A link has no description.',
    ],
    fonts: [texts.filter(isFontDescriptor).every(isEmbedded), 'A font is not embedded.'],
    unencrypted: [!/\/Encrypt \d+ 0 R/.test(catalog), 'It is encrypted.'],
  };
  const failed = Object.entries(results).filter(([, [isMet]]) => !isMet);
  return new Map(failed.map(([test, [, failure]]) => [test as PdfTest, failure]));
}

function hasText(tag: string): boolean {
  return /\/(?:Alt|ActualText) ?(?:\([^)]|<[0-9A-Fa-f]{5,})/.test(tag);
}

function hasContents(annotation: string): boolean {
  return /\/Contents ?(?:\([^)]|<[0-9A-Fa-f]{5,})/.test(annotation);
}

function isFontDescriptor(text: string): boolean {
  return /\/Type ?\/FontDescriptor\b/.test(text);
}

function isEmbedded(descriptor: string): boolean {
  return /\/FontFile[23]? \d+ 0 R/.test(descriptor);
}

/** Whether all rows have as many cells; cells over several rows are counted in the first one only. */
function isRegular(draft: PdfDraft, table: string): boolean {
  const rows = kidsOf(draft, table).flatMap((kid) =>
    /\/S \/(?:THead|TBody|TFoot)\n/.test(kid) ? kidsOf(draft, kid) : [kid],
  );
  const cells = rows
    .filter((row) => row.includes('/S /TR\n'))
    .map((row) => kidsOf(draft, row).filter((kid) => /\/S \/T[HD]\n/.test(kid)));
  if (cells.flat().some((cell) => Number(/\/RowSpan (\d+)/.exec(cell)?.[1] ?? 1) > 1)) return true;
  const widths = cells.map((row) =>
    row.reduce((sum, cell) => sum + Number(/\/ColSpan (\d+)/.exec(cell)?.[1] ?? 1), 0),
  );
  return new Set(widths).size <= 1;
}

/** The elements in an element. */
function kidsOf(draft: PdfDraft, element: string): readonly string[] {
  const list = /\/K (?:\[([^\]]*)\]|(\d+ 0 R))/.exec(element);
  const references = (list?.[1] ?? list?.[2] ?? '').matchAll(/(\d+) 0 R/g);
  return Array.from(references, ([, number]) => draft.textOf(Number(number)));
}
