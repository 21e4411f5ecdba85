import { suggest } from '../../../../../base/diagnostics/suggest.ts';
import type { MermaidSource } from '../../mermaid-source.ts';
import { type Explanation, type SyntaxFailure, shorten } from '../../syntax-error.ts';
import { openLine } from './open-blocks.ts';

const directions = ['TB', 'TD', 'BT', 'LR', 'RL'] as const;
const inQuotes = 'a text with brackets or quotes in it is written in quotes: a["f(x)"]';

/** Says what is wrong with a flowchart that Mermaid's parser refuses. */
export function explainFlowchart(
  failure: SyntaxFailure,
  source: MermaidSource,
): Explanation | undefined {
  const { found, expected, before, message } = failure;
  if (message !== undefined) return explainCheck(message, source);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  if (/^\s*(?:flowchart|graph)(?:-elk)?\s+\S*$/.test(before)) {
    const word = /\S+/.exec(source.text.text.slice(failure.index))?.[0] ?? '';
    const hint = suggest(word, directions);
    return { message: `there is no direction "${word}"`, hint: `${hint}`, length: word.length };
  }
  if (source.text.text.startsWith('%%', failure.index)) {
    return { message: 'a comment needs a line of its own', length: 2 };
  }
  if (expected.includes('SQE')) return explainText(failure);
  if (/^\s*direction\s+$/.test(line)) {
    return { message: `there is no direction "${shorten(found)}"`, hint: 'one of: TB, BT, LR, RL' };
  }
  if (/^\s*(?:classDef|style|linkStyle)\b/.test(line) && /^\(/.test(found)) {
    const hint = 'write the color as a name or as #123456';
    return { message: 'a style cannot have brackets', hint };
  }
  if (found === '') {
    const open = openLine(before, /^\s*subgraph\b/, /^\s*end\b/);
    if (open)
      return {
        message: 'this subgraph is not closed',
        hint: 'close it with a line "end"',
        ...open,
      };
  }
  if (/^end\b/.test(found)) {
    return expected.includes('subgraph')
      ? { message: 'this "end" closes nothing', length: 3 }
      : { message: 'a box cannot be named "end"', hint: 'write End', length: 3 };
  }
  if (
    expected.includes('EDGE_TEXT') ||
    (expected.includes('LINK') && expected.includes('UNICODE_TEXT'))
  ) {
    return { message: 'this line is not closed', hint: 'write it as -- text -->' };
  }
  if (expected.includes('LINK')) {
    const hint = 'boxes are connected by --> or ---, with a text by -->|text|';
    return { message: `a line such as --> is expected here${instead(found)}`, hint };
  }
  if (expected.includes('NODE_STRING')) {
    const hint = `a box begins with a name: a[Its text]`;
    return { message: `a box is expected here${instead(found)}`, hint };
  }
  return undefined;
}

/** In the text of a box or a line. */
function explainText({ found, before }: SyntaxFailure): Explanation {
  const open = [...before.matchAll(/(?<=[\p{L}\p{N}_"|])[[({>|]/gu)].at(-1)?.index ?? -1;
  const isOpen = found.trim() === '' && open >= 0;
  if (isOpen) {
    const hint = `close it with a bracket; ${inQuotes}`;
    return { message: 'this box is not closed', hint, index: open, length: 1 };
  }
  return { message: `unexpected "${shorten(found)}" in a text`, hint: inQuotes };
}

/** What Mermaid itself checks after parsing. */
function explainCheck(message: string, source: MermaidSource): Explanation {
  const text = source.text.text;
  const [, shape] = /No such shape: (\S+?)\.?(?:\s|$)/.exec(message) ?? [];
  if (shape !== undefined) {
    const index = Math.max(0, text.indexOf(shape));
    return { message: `there is no shape "${shape}"`, index, length: shape.length };
  }
  if (/linkStyle|setting '(?:style|interpolate)'/.test(message)) {
    const index = Math.max(0, text.search(/\blinkStyle\b/));
    return {
      message: 'this linkStyle names a line that does not exist',
      hint: 'the first line has the number 0',
      index,
      length: 9,
    };
  }
  const braces = Math.max(0, text.indexOf('@{'));
  const hint = 'write it as a@{ shape: cyl, label: "Its text" }';
  return { message: 'what is in these braces cannot be read', hint, index: braces, length: 2 };
}

function instead(found: string): string {
  const word = shorten(found);
  return word === '' ? '' : `, not "${word}"`;
}
