import { type CalloutType, calloutTypes } from '../../model/blocks.ts';
import type { Inline } from '../../model/inline.ts';
import type { Span } from '../../model/source.ts';
import type { Source } from '../source.ts';

/** The callouts of Obsidian, Docusaurus, VuePress and MkDocs that have another name here. */
const names: Readonly<Record<CalloutType, readonly string[]>> = {
  note: [
    ...['info', 'abstract', 'summary', 'tldr', 'todo', 'example', 'question', 'help', 'faq'],
    ...['seealso', 'details'],
  ],
  tip: ['hint', 'success', 'check', 'done'],
  important: [],
  warning: ['attention'],
  caution: ['danger', 'error', 'failure', 'fail', 'missing', 'bug'],
};

/** The callout with the meaning of another tool's. @param name in any case */
export function calloutElsewhere(name: string): CalloutType | undefined {
  const wanted = name.toLowerCase();
  return calloutTypes.find((type) => names[type].includes(wanted));
}

/** Reports a callout that is written as in another tool, and how to write it. */
export function reportForeignCallout(
  name: string,
  type: CalloutType,
  span: Span,
  { report }: Source,
): void {
  const title = name.toLowerCase() === type ? '' : ` ${titleOf(name)}`;
  const message = `"${name}" is a callout of other tools: shown as ${type.toUpperCase()}`;
  const hint = `write > [!${type.toUpperCase()}]${title}, and its text after > in the lines below`;
  report.add('foreign-block', span, message, hint);
}

/** The title that other tools show for a callout without one. */
export function titleInlines(name: string, type: CalloutType, written = ''): readonly Inline[] {
  const text = written.trim().replace(/^\[(.*)\]$/, '$1');
  if (text !== '') return [{ kind: 'text', text }];
  return name.toLowerCase() === type ? [] : [{ kind: 'text', text: titleOf(name) }];
}

function titleOf(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1).toLowerCase();
}
