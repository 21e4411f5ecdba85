import type { PdfDraft } from '../../6-export/pdf/draft.ts';
import { hasHeadingsInOrder, hasRegularTables } from '../../6-export/pdf/structure/claims.ts';
import { readStructure, type Tag, tagsIn } from '../../6-export/pdf/structure/tree.ts';
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
  const top = readStructure(draft)?.top;
  const tags = top ? tagsIn(top) : [];
  const tagged = (type: string) => tags.filter((tag) => tag.type === type);
  const results: Readonly<Record<PdfTest, readonly [isMet: boolean, failure: string]>> = {
    tagged: [/\/Marked true/.test(catalog) && tagged('Document').length > 0, 'It is not tagged.'],
    title: [/\/DisplayDocTitle true/.test(catalog), 'Its title is not displayed.'],
    language: [/\/Lang ?\([^)]+\)/.test(catalog), 'It has no language.'],
    figures: [tagged('Figure').every(hasText), 'An image or a drawing has no alternative text.'],
    headings: [!top || hasHeadingsInOrder(top), 'Headings skip a level.'],
    tables: [!top || hasRegularTables(top), 'A table has rows of different lengths.'],
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

function hasText({ alt }: Tag): boolean {
  return alt !== undefined && /^(?:\([^)]|<[0-9A-Fa-f]{5,})/.test(alt);
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
