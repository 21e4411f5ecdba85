import { escapePattern } from '../../../../base/text/escape-pattern.ts';
import { openLine } from '../graph/errors/open-blocks.ts';
import type { MermaidSource } from '../mermaid-source.ts';
import { type Explain, type Explanation, type SyntaxFailure, shorten } from '../syntax-error.ts';

/** Says what is wrong with a sequence diagram that Mermaid refuses. */
export const explainSequence: Explain = (failure, source) =>
  failure.message === undefined
    ? explainSyntax(failure, source)
    : explainCheck(failure.message, source);

const opening = /^\s*(?:loop|alt|opt|par|par_over|critical|break|rect|box)\b/i;

function explainSyntax(
  failure: SyntaxFailure,
  { text: { text } }: MermaidSource,
): Explanation | undefined {
  const { found, expected, before } = failure;
  const line = lineAt(before, text);
  const keyword = found.trim();
  const open = found === '' && openLine(before, opening, /^\s*end\b/i);
  if (open) {
    const hint = 'close it with a line "end"';
    return { message: 'this block is not closed', hint, ...open };
  }
  if (/^(?:end|else|and|option)$/i.test(keyword)) {
    const hint = 'else belongs to alt, and to par, option to critical, end to each of them';
    return { message: `"${keyword}" is in no block that it belongs to`, hint };
  }
  if (/^note\b/i.test(line.text)) {
    const hint = 'write Note over Alice,Bob: text, or left of, or right of';
    return { message: 'this note has no place or no text', hint, ...line.place };
  }
  if (!expected.some((name) => /TXT|ARROW/.test(name))) return undefined;
  const hint = 'a message is written Alice->>Bob: Hello';
  if (keyword !== '') return { message: `unexpected "${shorten(found)}"`, hint };
  const isMessage = expected.includes('TXT');
  const message = isMessage ? 'this message has no text' : 'invalid line in a sequence diagram';
  return { message, hint, ...line.place };
}

/** The line in which a text ends. */
function lineAt(before: string, text: string) {
  const start = before.lastIndexOf('\n') + 1;
  const [line = ''] = /^[^\n]*/.exec(text.slice(start)) ?? [];
  const index = start + line.length - line.trimStart().length;
  return { text: line.trim(), place: { index, length: line.trim().length } };
}

/** Explains what Mermaid finds after parsing, and for which it knows no place. */
function explainCheck(error: string, { text: { text } }: MermaidSource): Explanation | undefined {
  const [, inactive] = /inactivate an inactive participant \((.*)\)/.exec(error) ?? [];
  const [, kind] = /^The (created|destroyed) participant .* does not have an/.exec(error) ?? [];
  const [, name, first, second] =
    /same participant should .* Box: (.*) can't be in '(.*)' and in '(.*)'/.exec(error) ?? [];
  if (inactive !== undefined) return explainInactive(inactive, text);
  if (kind !== undefined) return explainLifeline(kind === 'created' ? 'create' : 'destroy', text);
  if (name !== undefined) {
    const pattern = new RegExp(`\\b(?:participant|actor)\\s+${escapePattern(name)}\\b`, 'gi');
    const message = `"${name}" is in two boxes, "${first}" and "${second}"`;
    return at([...text.matchAll(pattern)].at(-1), message, 'declare a participant in one box only');
  }
  if (!error.startsWith('It is not possible to have actors with the same id')) return undefined;
  const place = [...text.matchAll(/\bcreate\s+(?:participant|actor)\s+(\S+)/gi)].find(
    ({ 1: id = '', index }) => wordOf(id).test(text.slice(0, index)),
  );
  const hint = 'create it under another name, such as: create participant B2 as Bob';
  return at(place, 'this participant exists already', hint);
}

/** Finds the first statement that ends an activation of a participant which has none. */
function explainInactive(name: string, text: string): Explanation {
  const id = escapePattern(name);
  const arrow = '[-<|/\\\\]+[>x)|/\\\\]*';
  const statements = [
    `activate\\s+${id}`,
    `(?<end>deactivate)\\s+${id}`,
    `${id}\\s*(?:\\(\\))?${arrow}\\s*(?<minus>-)[^\\n:;]*`,
    `[^\\n:;]*${arrow}\\s*(?<plus>\\+)\\s*${id}`,
  ];
  const pattern = new RegExp(
    `(?<=^|[\\n;])[^\\S\\n]*(?:${statements.join('|')})\\s*(?=[:\\n;])`,
    'gi',
  );
  let active = 0;
  const place = [...text.matchAll(pattern)].find(({ groups = {} }) => {
    active += groups['end'] !== undefined || groups['minus'] !== undefined ? -1 : 1;
    return active < 0;
  });
  const hint = `write "activate ${name}" or ->>+ before it, or remove the "-"`;
  return at(place, `"${name}" is not active here`, hint);
}

function explainLifeline(keyword: 'create' | 'destroy', text: string): Explanation {
  const pattern = new RegExp(
    `^[^\\S\\n]*${keyword}\\s+(?:(?:participant|actor)\\s+)?([^\\s;]+)[^\\n]*`,
    'gim',
  );
  const places = [...text.matchAll(pattern)];
  const place = places.find(({ 0: line, 1: name = '', index }) => {
    const [next = ''] = /^[^\n]*/.exec(text.slice(index + line.length).trimStart()) ?? [];
    return !wordOf(name).test(next);
  });
  return keyword === 'create'
    ? at(
        place ?? places[0],
        'no message creates this participant',
        'after "create", the next message has to go to that participant',
      )
    : at(
        place ?? places[0],
        'no message destroys this participant',
        'after "destroy", the next message has to come from that participant, or go to it',
      );
}

function at(place: RegExpExecArray | undefined, message: string, hint: string): Explanation {
  if (!place) return { message, hint };
  const [whole] = place;
  const index = place.index + whole.length - whole.trimStart().length;
  return { message, hint, index, length: whole.trim().length };
}

/** Matches a text that is not part of a longer word. */
function wordOf(text: string): RegExp {
  return new RegExp(`(?<![\\w])${escapePattern(text)}(?![\\w])`);
}
