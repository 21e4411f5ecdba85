import type { MermaidSource } from '../../mermaid-source.ts';
import { type Explanation, type SyntaxFailure, shorten } from '../../syntax-error.ts';
import { openLine } from './open-blocks.ts';

const usual = 'a transition is written A --> B : what happens';

/** Says what is wrong with a state diagram that Mermaid's parser refuses. */
export function explainStates(
  failure: SyntaxFailure,
  source: MermaidSource,
): Explanation | undefined {
  const { found, before, message } = failure;
  if (message !== undefined) return explainCheck(message, source);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  if (/^\s*note\b/i.test(line)) {
    const hint = 'write note right of A : text, or close it with a line "end note"';
    return { message: 'this note is not complete', hint };
  }
  if (found === '') {
    const open = openLine(before, /\{\s*$/, /^\s*\}/);
    if (open)
      return { message: 'this state is not closed', hint: 'close it with a line "}"', ...open };
  }
  if (/-->\s*$/.test(line)) return { message: 'a transition needs two ends', hint: usual };
  if (found.trim() === '}') return { message: 'this "}" closes nothing' };
  if (/^\s*direction\s+$/.test(line)) {
    return { message: `there is no direction "${shorten(found)}"`, hint: 'one of: TB, BT, LR, RL' };
  }
  const what = found.trim() === '' ? 'end of the line' : `"${shorten(found)}"`;
  return { message: `unexpected ${what}`, hint: usual };
}

function explainCheck(message: string, source: MermaidSource): Explanation {
  const [, id] = /for node \[(.*?)\]/.exec(message) ?? [];
  if (id !== undefined) {
    const { text } = source.text;
    const index = Math.max(0, text.search(/\bstate\s+.*\{/));
    const hint = `write one: state "Its text" as ${id}`;
    return {
      message: `the state "${id}" contains states and has several texts`,
      hint,
      index,
      length: 5,
    };
  }
  return { message: 'this state diagram cannot be read', hint: usual };
}
