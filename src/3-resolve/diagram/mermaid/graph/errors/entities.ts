import { suggest } from '../../../../../base/diagnostics/suggest.ts';
import type { MermaidSource } from '../../mermaid-source.ts';
import { type Explanation, type SyntaxFailure, shorten } from '../../syntax-error.ts';
import { openLine } from './open-blocks.ts';

const usual = 'write A ||--o{ B : has, or A { and its attributes';
const cardinalities = ['||', '|o', 'o|', '}o', 'o{', '}|', '|{'];

/** Says what is wrong with an entity diagram that Mermaid's parser refuses. */
export function explainEntities(
  failure: SyntaxFailure,
  source: MermaidSource,
): Explanation | undefined {
  const { found, expected, before, message } = failure;
  if (message !== undefined) return { message: 'this entity diagram cannot be read', hint: usual };
  if (expected.includes('ZERO_OR_ONE')) {
    const mark = /\S+/.exec(source.text.text.slice(failure.index))?.[0] ?? found;
    return {
      message: `"${mark}" does not say how many`,
      hint: `${suggest(mark, cardinalities)}`,
      length: mark.length,
    };
  }
  if (found === '' && expected.includes('BLOCK_STOP')) {
    const open = openLine(before, /\{\s*$/, /^\s*\}/);
    if (open)
      return { message: 'this brace is not closed', hint: 'close it with a line "}"', ...open };
  }
  if (expected.includes('ATTRIBUTE_WORD')) {
    const hint = 'write string name, or int id PK "a comment"';
    return { message: 'an attribute needs a type and a name', hint };
  }
  const line = before.slice(before.lastIndexOf('\n') + 1);
  if (/:\s*$/.test(line) && found.trim() === '') {
    return { message: 'the text of this line is missing', hint: usual };
  }
  const [, name, alias] =
    /^\s*([^\s[]+)\[([^\]"]*\s[^\]"]*)\]/m.exec(lineAt(source, failure)) ?? [];
  if (name !== undefined) {
    const hint = `write its name in quotes: ${name}["${alias}"]`;
    return { message: `unexpected "${shorten(found)}"`, hint };
  }
  const what = found.trim() === '' ? 'end of the line' : `"${shorten(found)}"`;
  return { message: `unexpected ${what}`, hint: usual };
}

/** The whole line that the failure is in. */
function lineAt({ text: { text } }: MermaidSource, { before }: SyntaxFailure): string {
  const start = before.lastIndexOf('\n') + 1;
  return text.slice(start).split('\n')[0] ?? '';
}
