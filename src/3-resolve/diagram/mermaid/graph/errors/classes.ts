import { type Explanation, type SyntaxFailure, shorten } from '../../syntax-error.ts';
import { openLine } from './open-blocks.ts';

const usual = 'write A <|-- B : label, class A { … } or A : +member';

/** Says what is wrong with a class diagram that Mermaid's parser refuses. */
export function explainClasses(failure: SyntaxFailure): Explanation | undefined {
  const { found, expected, before, message } = failure;
  if (message !== undefined) return { message: 'this class diagram cannot be read', hint: usual };
  if (found === '' && (expected.includes('STRUCT_STOP') || /\{/.test(before))) {
    const open = openLine(before, /\{\s*$/, /^\s*\}/);
    if (open)
      return { message: 'this brace is not closed', hint: 'close it with a line "}"', ...open };
  }
  if (/\bnamespace\s[^{}]*\{\s*$/.test(before) && found.trim() === '}') {
    return { message: 'a namespace cannot be empty', hint: 'write a class in it: class A' };
  }
  const line = before.slice(before.lastIndexOf('\n') + 1);
  if (/^\s*note\b/.test(line)) {
    return { message: 'this note has no text', hint: 'write note for A "text"' };
  }
  if (expected.includes('EXTENSION') || expected.includes('ALPHA')) {
    const end = found.trim() === '' ? 'a class is missing here' : `unexpected "${shorten(found)}"`;
    return { message: end, hint: usual };
  }
  return {
    message: `unexpected ${found.trim() === '' ? 'end of the line' : `"${shorten(found)}"`}`,
    hint: usual,
  };
}
