import { identity, type Matrix, multiply } from '../../../chart/svg/matrix.ts';
import type { PdfDraft } from '../draft.ts';
import { type FontMetrics, readFontMetrics } from '../fonts/metrics.ts';
import { readFontTexts } from '../fonts/to-unicode.ts';
import { type Box, matrixOf } from '../matrix.ts';
import { numbersOf, parsePdfDictionary, referenceOf } from '../values.ts';
import type { DeckText } from '../words/deck-text.ts';
import { separateWords } from '../words/separate.ts';
import { cleanSoftHyphens } from '../words/soft-hyphens.ts';
import type { GlyphTexts } from '../words/text-runs.ts';
import { BoxMeter } from './boxes.ts';
import { type MarkPlan, markContent } from './mark.ts';
import { readContent, writeContent } from './streams.ts';

/** What is to be done with the content of a page or a form XObject. */
export interface ContentPlan extends Omit<MarkPlan, 'taggedForms'> {
  /** Content whose place is wanted. */
  readonly measured: ReadonlySet<number>;
}

/** What was found in the content of a page or a form XObject. */
export interface ReadContent {
  /** What has become an artifact. */
  readonly artifacts: ReadonlySet<number>;
  /** Where content is, in points from the lower left corner of its page. */
  readonly boxes: ReadonlyMap<number, Box>;
}

export interface ReadPages {
  /** By the number of the page or the form XObject. */
  readonly contents: ReadonlyMap<number, ReadContent>;
  /** Whether every character has a glyph. */
  readonly isLegible: boolean;
}

const nothing: ContentPlan = {
  artifacts: new Map(),
  backgrounds: new Set(),
  lines: new Set(),
  texts: new Map(),
  measured: new Set(),
};

/**
 * Marks the content of all pages, and of form XObjects with tagged content, such as the slides of a handout, and
 * separates its words.
 *
 * @param plans by the number of the page or the form XObject
 */
export function markPages(
  draft: PdfDraft,
  plans: ReadonlyMap<number, ContentPlan>,
  deck: DeckText,
): ReadPages {
  const contents = new Map<number, ReadContent>();
  const fonts = new Map<number, FontMetrics>();
  const glyphTexts = new Map<number, GlyphTexts>();
  let isLegible = true;
  const mark = (owner: number, matrix: Matrix): void => {
    const text = draft.textOf(owner);
    const stream = contentOf(draft, owner) ?? owner;
    const printed = contents.has(owner) ? undefined : readContent(draft, stream);
    if (printed === undefined) return;
    const textsOf = fontsOf(draft, text, glyphTexts, readFontTexts);
    const content = separateWords(cleanSoftHyphens(printed, textsOf), deck, textsOf);
    isLegible &&= !hasMissingGlyph(content);
    const forms = taggedForms(draft, text);
    const plan = { ...(plans.get(owner) ?? nothing), taggedForms: new Set(forms.keys()) };
    const meter = new BoxMeter(
      content,
      matrix,
      plan.measured,
      fontsOf(draft, text, fonts, readFontMetrics),
    );
    const marked = markContent(content, plan, meter.watch.bind(meter));
    if (marked.content !== printed) writeContent(draft, stream, marked.content);
    contents.set(owner, { artifacts: marked.artifacts, boxes: meter.boxes });
    for (const [name, form] of forms) {
      const shown = meter.forms.get(name);
      if (shown) mark(form, multiply(shown, formMatrix(draft.textOf(form))));
    }
  };
  // The place of a form is known from its page.
  for (const number of draft.numbers) if (contentOf(draft, number)) mark(number, identity);
  for (const number of draft.numbers)
    if (isTaggedForm(draft.textOf(number))) mark(number, identity);
  return { contents, isLegible };
}

/** Whether a text shows glyph 0, which fonts use for characters without a glyph. */
function hasMissingGlyph(content: string): boolean {
  for (let at = content.indexOf('0000'); at >= 0; at = content.indexOf('0000', at + 1)) {
    let start = at;
    while (isHex(content.charCodeAt(start - 1))) start--;
    glyphs.lastIndex = start - 1;
    if ((at - start) % 4 === 0 && glyphs.test(content)) return true;
  }
  return false;
}

const glyphs = /<(?:[\da-f]{4})*> Tj$/imy;

function isHex(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x41 && code <= 0x46) ||
    (code >= 0x61 && code <= 0x66)
  );
}

/** The number of a page's content stream; `undefined` if the object is no page. */
function contentOf(draft: PdfDraft, number: number): number | undefined {
  if (!draft.textOf(number).includes('/Contents')) return undefined;
  return referenceOf(draft.dictionaryOf(number).get('Contents'));
}

/** The form XObjects with tagged content that a page or form names. */
function taggedForms(draft: PdfDraft, owner: string): ReadonlyMap<string, number> {
  const used = Array.from(
    owner.matchAll(/\/(X\d+) (\d+) 0 R/g),
    ([, name = '', number]) => [name, Number(number)] as const,
  );
  return new Map(used.filter(([, number]) => isTaggedForm(draft.textOf(number))));
}

function isTaggedForm(text: string): boolean {
  return text.includes('/Subtype /Form') && text.includes('/StructParents');
}

function formMatrix(form: string): Matrix {
  const numbers = numbersOf(parsePdfDictionary(form).get('Matrix'));
  return numbers.length === 6 ? matrixOf(numbers) : identity;
}

/** Reads the fonts of a page or form when they are used. */
function fontsOf<Font>(
  draft: PdfDraft,
  owner: string,
  known: Map<number, Font>,
  read: (draft: PdfDraft, number: number) => Font,
) {
  const numbers = new Map<string, number>();
  return (name: string): Font => {
    const number = numbers.get(name) ?? Number(new RegExp(`/${name} (\\d+) 0 R`).exec(owner)?.[1]);
    const font = known.get(number) ?? read(draft, number);
    numbers.set(name, number);
    known.set(number, font);
    return font;
  };
}
