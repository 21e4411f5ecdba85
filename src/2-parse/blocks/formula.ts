import type { Tokens } from 'marked';
import type { FormulaToken } from '../../1-load/lexing/math-extensions.ts';
import type { Attributes, Formula, NumberedRow } from '../../model/blocks.ts';
import type { Span } from '../../model/source.ts';
import {
  attributeUses,
  mergeAttributes,
  noAttributes,
  readAttributes,
} from '../attributes/attributes.ts';
import type { FenceInfo } from '../fences/fence-info.ts';
import { addFormula, numberCommand as command } from '../inline/math.ts';
import type { Source } from '../source.ts';
import { splitRows } from './formula-rows.ts';

/**
 * Parses `$$ … $$` on lines of its own. A formula with an id is numbered.
 *
 * @param own the attributes on the line below it
 */
export function parseFormula(
  token: Omit<FormulaToken, 'type'>,
  own: Attributes,
  source: Source,
): readonly Formula[] {
  const span = source.span(token.raw.search(/\S/), firstLine(token.raw.trim()).length);
  if (!token.isClosed) {
    reportUnclosed(token.raw, { ...span, length: 2 }, source);
    return [];
  }
  const { attributeList } = token;
  const attributes = attributeList
    ? readAttributes(attributeList.text, source.from(attributeList.start), attributeUses.formula)
    : noAttributes;
  const skipped = skipSteps(token.tex, source.from(token.start));
  const start = source.from(token.start + skipped);
  return makeFormula(token.tex.slice(skipped), span, attributes, own, start);
}

/** The length of the line with which Slidev shows a formula in steps, which is reported. */
function skipSteps(tex: string, source: Source): number {
  const [line, list = ''] = /^[ \t]*(\{[\d|,*al-]*\|[\d|,*al-]*\})[^\n]*\n/.exec(tex) ?? [];
  if (line === undefined || source.scope.isTranslated) return 0;
  const message = 'steps of a formula in Slidev: it is shown without steps';
  const hint = 'remove them; for steps, write a formula below each ". . ."';
  source.report.add('foreign-text', source.span(tex.indexOf(list), list.length), message, hint);
  return line.length;
}

function reportUnclosed(raw: string, opening: Span, source: Source): void {
  const blankLine = raw.search(/(?<=\n)[ \t]*\n/);
  if (/(?:\n {0,3}\$\$|\\\])\s*$/.test(raw) && blankLine >= 0) {
    const hint = 'remove the blank line, or write two formulas';
    source.report.add(
      'maths-unclosed',
      source.span(blankLine, 1),
      'a blank line in a formula',
      hint,
    );
    return;
  }
  const end = raw.trimStart().startsWith('$') ? '$$' : '\\]';
  const hint = `close it with a line of ${end}, and leave no blank line in it`;
  source.report.add('maths-unclosed', opening, 'this formula is not closed', hint);
}

/** Parses a fence of the language `math`, as on code hosts. */
export function parseMathFence(
  token: Tokens.Code,
  info: FenceInfo,
  own: Attributes,
  source: Source,
): readonly Formula[] {
  const span = source.span(0, firstLine(token.raw).trimEnd().length);
  let attributes = noAttributes;
  for (const { text, start } of info.attributeLists) {
    const given = readAttributes(text, source.from(start), attributeUses.formula);
    attributes = mergeAttributes(attributes, given);
  }
  for (const { text, start } of [...info.words, ...info.options.map(({ whole }) => whole)]) {
    const hint = 'after "math": {#id .class}';
    const pieceSpan = source.span(start, text.length);
    source.report.add('attribute-invalid', pieceSpan, `"${text}" means nothing here`, hint);
  }
  const tex = token.text.replace(/\n$/, '');
  const inner = source.from(token.raw.indexOf('\n') + 1).within(bodyOf(token.raw), tex);
  return makeFormula(tex, span, attributes, own, inner);
}

/** The text below the opening line of a fence. */
function bodyOf(raw: string): string {
  return raw.slice(raw.indexOf('\n') + 1);
}

function makeFormula(
  tex: string,
  span: Span,
  attributes: Attributes,
  own: Attributes,
  source: Source,
): readonly Formula[] {
  if (tex.replace(command, '').trim() === '') {
    source.report.add('maths-syntax', span, 'this formula is empty');
    return [];
  }
  const given = attributes.id ?? own.id;
  const math = addFormula(tex, true, source, attributes.values.get('alt'));
  const rows = given === undefined ? numberRows(tex, source) : undefined;
  if (rows) return [{ kind: 'formula', span, attributes, math, rows }];
  const { label, tag } = readCommands(tex, source);
  if (given !== undefined && label) {
    const message = `a formula can have only one id; "${given}" is set already`;
    source.report.add('maths-number', label.span, message, 'leave one of them out');
  }
  const id = given ?? label?.text;
  if (id !== undefined || tag !== undefined) source.findings.equations.push({ id, tag });
  const formula: Formula = {
    kind: 'formula',
    span,
    attributes: id === undefined || id === own.id ? attributes : { ...attributes, id },
    math,
    ...(tag !== undefined && { tag }),
  };
  return [formula];
}

/**
 * Numbers the rows of `align`, `alignat` and `gather` as LaTeX does, as soon as one of them has a label or a
 * tag: all rows but those with `\notag`; with a star, only rows with a label or a tag.
 */
function numberRows(tex: string, source: Source): Formula['rows'] {
  const found = splitRows(tex);
  if (!found?.rows.some(({ text }) => text.search(command) >= 0)) return undefined;
  const commands = found.rows.map(({ text, start }) => readCommands(text, source.from(start)));
  // A row without a label is counted under the name of the first one.
  const base = commands.find(({ label }) => label)?.label?.text ?? tex;
  return found.rows.map(({ text }, index): NumberedRow | undefined => {
    const { label, tag } = commands[index] ?? {};
    const isPlain = !label && tag === undefined;
    if (isPlain && (found.isStarred || /\\(?:notag|nonumber)(?![A-Za-z])/.test(text))) {
      return undefined;
    }
    const key = label?.text ?? `${base}/${index + 1}`;
    source.findings.equations.push({ id: key, tag });
    return { key, ...(label && { id: label.text }), ...(tag !== undefined && { tag }) };
  });
}

interface Commands {
  readonly label?: { readonly text: string; readonly span: Span };
  readonly tag?: string;
}

/** Reads the LaTeX commands for numbers: `\label{name}`, `\tag{A}`. */
function readCommands(tex: string, source: Source): Commands {
  let commands: Commands = {};
  for (const match of tex.matchAll(command)) {
    const [whole, name = '', star, text = ''] = match;
    const span = source.span(match.index + whole.lastIndexOf(text), Math.max(1, text.length));
    const isLabel = name === 'label';
    const key = isLabel ? 'label' : 'tag';
    const problem = problemIn(key, text, commands);
    if (problem) source.report.add('maths-number', span, ...problem);
    else if (isLabel) {
      source.findings.ids.push({ value: text, span });
      commands = { ...commands, label: { text, span } };
    } else commands = { ...commands, tag: star ? text : `(${text})` };
  }
  return commands;
}

function problemIn(
  key: keyof Commands,
  text: string,
  before: Commands,
): readonly [message: string, hint: string] | undefined {
  if (before[key] !== undefined) {
    return [
      `a second \\${key} in this formula`,
      'for two numbers, write two formulas, or the rows of \\begin{align}',
    ];
  }
  if (key === 'label' && !/^[\w:.-]+$/.test(text)) {
    return [`invalid name "${text}" for a formula`, 'it needs letters, digits, - and :'];
  }
  if (key === 'tag' && (text.trim() === '' || /[\\$]/.test(text))) {
    return ['a tag is plain text', 'such as \\tag{A} or \\tag{*}'];
  }
  return undefined;
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
