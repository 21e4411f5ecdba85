import type { MermaidSource } from '../mermaid-source.ts';
import { failAt } from './places.ts';
import type { TaskStatement, Words } from './statements.ts';

const tags = ['active', 'done', 'crit', 'milestone', 'vert'] as const;

type Tag = (typeof tags)[number];

/** A task as the author planned it. */
export interface PlannedTask {
  readonly label: Words;
  readonly section: number;
  readonly tags: ReadonlySet<Tag>;
  readonly id?: Words;
  /** Without, it starts when the task before ends. */
  readonly start?: Words;
  readonly end: Words;
}

export const form = 'a task is written Name :id, 2024-01-31, 5d or Name :after id, 5d';

/** Reads what is after the colon of a task; reports a form that Mermaid cannot read either. */
export function planTask(
  { label, items, section }: TaskStatement,
  source: MermaidSource,
): PlannedTask | undefined {
  const own = new Set<Tag>();
  const rest = [...items];
  for (let tag = tagOf(rest[0]); tag; tag = tagOf(rest[0])) {
    own.add(tag);
    rest.shift();
  }
  const end = rest.pop();
  if (!end || rest.length > 2) {
    const [message, hint] = end
      ? ['this task has more than an id, a start and an end', form]
      : ['this task has no dates', form];
    failAt(rest[2] ?? items.at(-1) ?? label, message, hint, source);
    return undefined;
  }
  const start = rest.pop();
  const id = rest.pop();
  return { label, section, tags: own, end, ...(id && { id }), ...(start && { start }) };
}

function tagOf(item: Words | undefined): Tag | undefined {
  return tags.find((tag) => tag === item?.text);
}
