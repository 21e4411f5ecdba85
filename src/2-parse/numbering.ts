import type { Report } from '../base/diagnostics/report.ts';
import { suggest } from '../base/diagnostics/suggest.ts';
import { type Deck, type Footnote, reservedIds, targetKey } from '../model/deck.ts';
import type { Located, Span } from '../model/source.ts';
import type { Findings } from './findings.ts';

type Numbered = Pick<
  Deck,
  'footnotes' | 'code' | 'formulas' | 'diagrams' | 'equations' | 'emoji' | 'icons'
>;

/**
 * Combines the findings of all slides: numbers equations, and reports duplicate ids and references without a
 * target.
 *
 * @param all in the order of the deck
 */
export function numberDeck(all: readonly Findings[], report: Report): Numbered {
  reportTakenIds(
    all.flatMap(({ ids }) => ids),
    report,
  );
  const footnotes = collectFootnotes(all, report);
  const equations = numberEquations(all, report);
  return {
    footnotes,
    equations,
    code: all.flatMap(({ code }) => code),
    formulas: all.flatMap(({ formulas }) => formulas),
    diagrams: all.flatMap(({ diagrams }) => diagrams),
    emoji: new Set(all.flatMap(({ emoji }) => emoji)),
    icons: all.flatMap(({ icons }) => icons),
  };
}

function reportTakenIds(ids: readonly Located<string>[], report: Report): void {
  const firsts = new Map<string, Span>();
  for (const { value: id, span } of ids) {
    if (reservedIds.test(id)) {
      const message = `the id "${id}" could be one of the page's own`;
      report.add('id-reserved', span, message, 'choose one that begins differently');
    }
    const first = firsts.get(id);
    if (first === undefined) firsts.set(id, span);
    else {
      const hint = isSamePlace(first, span)
        ? 'its slide stands in the deck more than once'
        : `it is taken at ${showPlace(first)}`;
      report.add('id-duplicate', span, `the id "${id}" is used twice`, hint);
    }
  }
}

/** Labels belong to their file; a reference without a definition in its file finds one in another. */
function collectFootnotes(all: readonly Findings[], report: Report): ReadonlyMap<string, Footnote> {
  const footnotes = new Map<string, Footnote>();
  const byLabel = new Map<string, Footnote>();
  for (const footnote of all.flatMap((findings) => findings.footnotes)) {
    const { label, span, isInline } = footnote;
    const key = targetKey(span.file, label);
    const first = footnotes.get(key)?.span;
    if (first && !isInline && !isSamePlace(first, span)) {
      const hint = `it is defined at ${showPlace(first)}`;
      report.add('id-duplicate', span, `the footnote "${label}" is defined twice`, hint);
    }
    footnotes.set(key, footnote);
    if (!byLabel.has(label)) byLabel.set(label, footnote);
  }
  const found = new Map(footnotes);
  const used = new Set<Footnote>();
  for (const { value: label, span } of all.flatMap((each) => each.footnoteReferences)) {
    const key = targetKey(span.file, label);
    const footnote = footnotes.get(key) ?? byLabel.get(label);
    if (footnote) {
      found.set(key, footnote);
      used.add(footnote);
      continue;
    }
    const hint = `define it on a line of its own: [^${label}]: text\na bracket that is text is written \\[`;
    report.add('footnote-missing', span, `there is no footnote "${label}"`, hint);
  }
  for (const footnote of footnotes.values()) {
    const { label, span, isOptional } = footnote;
    if (!used.has(footnote) && !isOptional)
      report.add('footnote-unused', span, `nothing refers to the footnote "${label}"`);
  }
  return found;
}

/** The number of each formula, `(1)`, or the tag that replaces it, by its id. */
function numberEquations(all: readonly Findings[], report: Report): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  let count = 0;
  for (const { id, tag } of all.flatMap(({ equations }) => equations)) {
    const name = tag ?? `(${++count})`;
    if (id !== undefined) names.set(id, name);
  }
  for (const { value: id, span } of all.flatMap((findings) => findings.equationReferences)) {
    if (!names.has(id)) reportMissingEquation(id, span, names, report);
  }
  return names;
}

function reportMissingEquation(
  id: string,
  span: Span,
  names: ReadonlyMap<string, string>,
  report: Report,
): void {
  const ids = [...names.keys()].filter((name) => /^[\w:.-]+$/.test(name));
  const hint = ids.length > 0 ? suggest(id, ids) : `number it after its end: $$ … $$ {#${id}}`;
  report.add('equation-missing', span, `there is no formula with the id "${id}"`, hint);
}

function isSamePlace(a: Span, b: Span): boolean {
  return a.file === b.file && a.line === b.line && a.column === b.column;
}

/** A span as written in messages. */
function showPlace({ file, line, column }: Span): string {
  return `${file}:${line}:${column}`;
}
