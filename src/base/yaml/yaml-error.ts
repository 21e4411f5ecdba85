import { type Document, isCollection, isScalar, visit, type YAMLError } from 'yaml';
import type { Edit } from '../diagnostics/diagnostic.ts';
import type { Locate } from './yaml.ts';

/** A syntax error in YAML, explained to people who do not know its grammar. */
interface YamlProblem {
  readonly message: string;
  readonly hint?: string;
  /** Offsets in the text; the end may be on a later line. */
  readonly start: number;
  readonly end: number;
}

/** Explains an error of the YAML library; the most common ones in plain words. */
export function describeYamlError(error: YAMLError, document: Document): YamlProblem {
  const [start, end] = error.pos;
  const place = { start, end };
  switch (error.code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
      return {
        ...place,
        message: 'a second ": " in one line',
        hint: 'put the value in quotes: title: "AWS: the story"',
      };
    case 'DUPLICATE_KEY':
      return { ...place, message: 'this key is set twice' };
    case 'MULTILINE_IMPLICIT_KEY':
      return { ...place, message: noKey };
    case 'MULTIPLE_DOCS':
      return {
        ...place,
        message: 'text below the end of the settings, which "..." or "---" marks',
        hint: 'remove that line',
      };
    case 'TAG_RESOLVE_FAILED':
      return { ...place, message: 'a tag, which has no meaning here', hint: 'take it away' };
    case 'MISSING_CHAR':
      // Also used for unclosed quotes and brackets.
      if (/implicit map keys/i.test(error.message)) return { ...place, message: noKey };
      return describeUnclosed(error, document) ?? { ...place, message: firstLine(error.message) };
    case 'UNEXPECTED_TOKEN':
      if (!/at node end$/.test(firstLine(error.message))) break;
      return {
        ...place,
        message: 'text after the end of the value',
        hint: 'put the whole value in quotes: footer: "{{title}} 2026"',
      };
    default:
      break;
  }
  return describeUnclosed(error, document) ?? { ...place, message: firstLine(error.message) };
}

/**
 * A missing space after a colon, `layout:quote`, or a colon too many, `layout: quote:`.
 *
 * @param start where the error is
 */
export function colonSlip(
  text: string,
  start: number,
  locate: Locate,
): { readonly hint: string; readonly fix: readonly Edit[] } | undefined {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const [line = '', next = ''] = text.slice(lineStart).split('\n', 2);
  const edit = (at: number, was: string, changed: string): readonly Edit[] => [
    { span: locate(lineStart + at, was.length), was, text: changed },
  ];
  const [, indent = '', key] = /^([ \t]*)([A-Za-z][\w-]*[ \t]*:)[^\s:/]/.exec(line) ?? [];
  if (key !== undefined) {
    const fix = edit(indent.length, key, `${key} `);
    return { hint: 'put a space after the colon', fix };
  }
  const [, before = '', value] = /^([ \t]*[A-Za-z][\w-]*:[ \t]+)([\w-]+):[ \t]*$/.exec(line) ?? [];
  if (value === undefined || /^\s+\S/.test(next)) return undefined;
  return { hint: 'remove the second colon', fix: edit(before.length, `${value}:`, value) };
}

const noKey = 'this line is not of the form "key: value"';

/** Reports an unclosed quote or bracket at its start, not at the end of the text. */
function describeUnclosed({ message }: YAMLError, document: Document): YamlProblem | undefined {
  if (/missing closing/i.test(message)) {
    const start = findLast(document, (node) => isScalar(node) && /^QUOTE/.test(node.type ?? ''));
    return start === undefined
      ? undefined
      : { start, end: start + 1, message: 'this quote is not closed' };
  }
  if (!/end with a [\]}]/.test(message)) return undefined;
  const start = findLast(document, (node) => isCollection(node) && node.flow === true);
  return start === undefined
    ? undefined
    : { start, end: start + 1, message: 'this bracket is not closed' };
}

function findLast(document: Document, matches: (node: unknown) => boolean): number | undefined {
  let start: number | undefined;
  visit(document, {
    Node: (_, node) => {
      if (matches(node)) start = node.range?.[0];
    },
  });
  return start;
}

function firstLine(message: string): string {
  const line = message.split('\n')[0] ?? message;
  return `${line.charAt(0).toLowerCase()}${line.slice(1).replace(/[.:]$/, '')}`;
}
