import type { PdfDraft } from '../../6-export/pdf/draft.ts';
import { hasHeadingsInOrder, hasRegularTables } from '../../6-export/pdf/structure/claims.ts';
import { readStructure, type Tag, tagsIn } from '../../6-export/pdf/structure/tree.ts';
import {
  isDictionary,
  isReference,
  type PdfDictionary,
  type PdfValue,
} from '../../6-export/pdf/values.ts';
import type { PdfTest } from './clauses.ts';

/** What is said about a test that has found a failure; those without are not in it. */
export type PdfFailures = ReadonlyMap<PdfTest, string>;

/**
 * Tests a PDF that `lectern export` writes for a part of what PDF/UA-1 requires.
 *
 * @param hasFormulas whether a slide shows one
 */
export function testPdf(draft: PdfDraft, hasFormulas: boolean): PdfFailures {
  const catalog = draft.dictionaryOf(draft.root);
  const objects = draft.numbers.map((number) => draft.dictionaryOf(number));
  const top = readStructure(draft)?.top;
  const tags = top ? tagsIn(top) : [];
  const tagged = (type: string) => tags.filter((tag) => tag.type === type);
  const results: Readonly<Record<PdfTest, readonly [isMet: boolean, failure: string]>> = {
    tagged: [
      isTrue(catalog.get('MarkInfo'), 'Marked') && tagged('Document').length > 0,
      'It is not tagged.',
    ],
    title: [
      isTrue(catalog.get('ViewerPreferences'), 'DisplayDocTitle'),
      'Its title is not displayed.',
    ],
    language: [isText(catalog.get('Lang')), 'It has no language.'],
    figures: [tagged('Figure').every(hasText), 'An image or a drawing has no alternative text.'],
    headings: [!top || hasHeadingsInOrder(top), 'Headings skip a level.'],
    tables: [!top || hasRegularTables(top), 'A table has rows of different lengths.'],
    formulas: [
      !hasFormulas || (tagged('Formula').length > 0 && tagged('Formula').every(hasText)),
      'Formulas are not tagged as such.',
    ],
    links: [
      objects.filter(isLink).every((link) => isText(link.get('Contents'))),
      'A link has no description.',
    ],
    fonts: [objects.filter(isFontDescriptor).every(isEmbedded), 'A font is not embedded.'],
    unencrypted: [!catalog.has('Encrypt'), 'It is encrypted.'],
  };
  const failed = Object.entries(results).filter(([, [isMet]]) => !isMet);
  return new Map(failed.map(([test, [, failure]]) => [test as PdfTest, failure]));
}

function hasText({ alt }: Tag): boolean {
  return isText(alt);
}

function isTrue(value: PdfValue | undefined, key: string): boolean {
  return isDictionary(value) && value.get(key) === true;
}

/** Whether a value is a string with a character; `feff` alone says only how the others are written. */
function isText(value: PdfValue | undefined): boolean {
  return typeof value === 'string' && /^(?:\([^)]|<[0-9A-Fa-f]{5,})/.test(value);
}

function isLink(object: PdfDictionary): boolean {
  return object.get('Subtype') === '/Link';
}

function isFontDescriptor(object: PdfDictionary): boolean {
  return object.get('Type') === '/FontDescriptor';
}

function isEmbedded(descriptor: PdfDictionary): boolean {
  return ['FontFile', 'FontFile2', 'FontFile3'].some((key) => isReference(descriptor.get(key)));
}
