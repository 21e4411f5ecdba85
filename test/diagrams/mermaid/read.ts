import { readDiagram } from '../../../src/3-resolve/diagram/read-diagram.ts';
import type { DiagramReading } from '../../../src/model/diagram/diagram.ts';

type Spec = DiagramReading['spec'];

/** Reads a Mermaid text that has no errors. */
export async function readWithWarnings(text: string) {
  const { reading, problems } = await readDiagram('mermaid', text);
  if (!reading) throw new Error(problems.map(({ message }) => message).join('\n'));
  return { reading, warnings: problems.map((problem) => problemText(problem, text)) };
}

/** Reads a Mermaid text without problems, which is a diagram of a kind. */
export async function readSpec<Kind extends Spec['kind']>(
  kind: Kind,
  text: string,
): Promise<Extract<Spec, { kind: Kind }>> {
  const { reading, warnings } = await readWithWarnings(text);
  if (warnings.length > 0) throw new Error(warnings.join('\n'));
  const { spec } = reading;
  if (spec.kind !== kind) throw new Error(`a diagram of the kind ${spec.kind}`);
  return spec as Extract<Spec, { kind: Kind }>;
}

/** The problems of a text, each as `"the place": message`. */
export async function problemsOf(text: string): Promise<readonly string[]> {
  const { problems } = await readDiagram('mermaid', text);
  return problems.map((problem) => problemText(problem, text));
}

function problemText(
  {
    start,
    length,
    message,
  }: { readonly start: number; readonly length: number; readonly message: string },
  text: string,
): string {
  return `"${text.slice(start, start + length)}": ${message}`;
}

/** The problems of a diagram: line, column, what is marked, message and hint. */
export async function placedProblemsOf(text: string): Promise<readonly string[]> {
  const { problems } = await readDiagram('mermaid', text);
  return problems.map(({ start, length, message, hint }) => {
    const before = text.slice(0, start).split('\n');
    const place = `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
    const marked = text.slice(start, start + length).trimEnd();
    return `${place} ${marked} | ${message}${hint === undefined ? '' : ` | ${hint}`}`;
  });
}
