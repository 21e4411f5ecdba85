import { suggest } from '../../base/diagnostics/suggest.ts';
import type { Locate } from '../../base/yaml/yaml.ts';
import type { FrontMatter } from '../../model/front-matter.ts';
import { type SlideField, slideFields } from '../../model/inline.ts';
import type { Located } from '../../model/source.ts';
import type { Source } from '../source.ts';

/** The keys of front matter whose values are variables, unless "vars" has others. */
const frontMatterVariables = ['title', 'subtitle', 'author', 'date'] as const;

/** The values of variables on a slide, each as often as it is named; in characters. */
const maxFilled = 2_000_000;
const tooLong = 'the values of the variables of this slide have more than 2 million characters';

/** All variables of a deck. */
export function variablesOf(frontMatter: FrontMatter): ReadonlyMap<string, string> {
  const values = frontMatterVariables.flatMap((key) => {
    const value = frontMatter[key];
    return value === undefined ? [] : [[key, value] as const];
  });
  return new Map([...values, ...frontMatter.vars]);
}

/** Splits a text at the fields of slides, such as `{{section}}`, unless there are variables of their names. */
export function splitFields(
  text: string,
  vars: ReadonlyMap<string, string>,
): readonly (string | PlacedField<SlideField>)[];
/** @param withEmpty also at variables whose value is empty */
export function splitFields(
  text: string,
  vars: ReadonlyMap<string, string>,
  withEmpty: true,
): readonly (string | PlacedField<SlideField | 'empty'>)[];
export function splitFields(
  text: string,
  vars: ReadonlyMap<string, string>,
  withEmpty = false,
): readonly (string | PlacedField<SlideField | 'empty'>)[] {
  return text.split(/(\{\{[ \t]*[\w.-]+[ \t]*\}\})/).map((part, index) => {
    if (index % 2 === 0) return part;
    const name = part.slice(2, -2).trim();
    const value = vars.get(name);
    if (value !== undefined) {
      return withEmpty && value.trim() === '' ? { field: 'empty', length: part.length } : part;
    }
    const field = slideFields.find((each) => each === name);
    return field ? { field, length: part.length } : part;
  });
}

interface PlacedField<Field> {
  readonly field: Field;
  /** Of its text. */
  readonly length: number;
}

/**
 * Replaces the variables of the deck, `{{name}}`, by their values.
 *
 * @param source begins with the text
 * @param written the source text, in which the spans of names are found
 * @param write encodes a value for the text
 */
export function fillIn(
  text: string,
  source: Source,
  written = text,
  write = (value: string) => value,
): string {
  return replaceNames(text, source, source.locate, written, write);
}

/** As {@link fillIn}, for a value that may be in quotes: an unknown name is reported with the span of the value. */
export function fillInValue({ value, span }: Located<string>, source: Source): string {
  return replaceNames(
    value,
    source,
    () => span,
    value,
    (text) => text,
  );
}

/** Whether a text still contains a variable, which is unknown and was reported. */
export function hasVariable(text: string): boolean {
  return /\{\{[ \t]*[\w.-]+[ \t]*\}\}/.test(text);
}

function replaceNames(
  text: string,
  { report, findings, scope: { vars, isOnEachSlide } }: Source,
  locate: Locate,
  written: string,
  write: (value: string) => string,
): string {
  if (!text.includes('{{')) return text;
  let end = 0;
  return text.replace(/\{\{[ \t]*([\w.-]+)[ \t]*\}\}/g, (whole, name: string) => {
    const at = Math.max(0, written.indexOf(whole, end));
    end = at + whole.length;
    const value = vars.get(name);
    if (value !== undefined) {
      findings.filledLength += value.length;
      if (findings.filledLength <= maxFilled) return write(value);
      if (findings.filledLength - value.length > maxFilled) return '';
      const hint = 'divide it into several slides, or show less';
      report.add('deck-large', locate(at, whole.length), tooLong, hint);
      return '';
    }
    const hint = hintFor(name, vars, isOnEachSlide === true);
    const message = `there is no variable "${name}"`;
    report.add('var-unknown', locate(at, whole.length), message, hint);
    return whole;
  });
}

function hintFor(name: string, vars: ReadonlyMap<string, string>, isOnEachSlide: boolean): string {
  if (frontMatterVariables.some((key) => key === name)) return `set "${name}:" in the front matter`;
  if (slideFields.some((field) => field === name)) {
    return isOnEachSlide
      ? 'it is for text, links and attributes, not for the paths of files'
      : 'it is for "header:" and "footer:" in the front matter';
  }
  const isOwn = (known: string): boolean => !frontMatterVariables.some((key) => key === known);
  return [...vars.keys()].some(isOwn)
    ? suggest(name, vars.keys())
    : 'define it under "vars:" in the front matter, or write it as `code`';
}
