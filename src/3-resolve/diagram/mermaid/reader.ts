import { TimeLimitError, withTimeLimit } from '../../../base/time/time-limit.ts';
import type { ChartDiagram, DiagramSpec } from '../../../model/diagram/diagram.ts';
import type { MermaidModule } from './library/bundle.ts';
import { loadMermaid, type MermaidDiagram } from './library/load.ts';
import type { MermaidSource } from './mermaid-source.ts';
import { type Explain, reportSyntaxError } from './syntax-error.ts';

/** What a type of diagram reads from its text. */
export interface TypeReading {
  readonly spec: DiagramSpec | ChartDiagram;
  readonly title?: string;
  /** `accTitle` and `accDescr`. */
  readonly name?: string;
  readonly description?: string;
}

export type ReadType = (source: MermaidSource) => Promise<TypeReading | undefined>;

/** What the databases of Mermaid's diagrams have in common. */
export interface MermaidDatabase {
  clear?(): void;
  getDiagramTitle?(): string;
  getAccTitle?(): string;
  getAccDescription?(): string;
}

/** Of parsing, in milliseconds. Diagrams that fit on a slide need a hundredth of it. */
const timeLimit = 1000;

/**
 * Reads a type of diagram with Mermaid's parser.
 *
 * @param convert turns what the parser wrote into its database into our diagram
 * @param explain says what is wrong with a text that the parser refuses
 * @param prepare replaces what the parser calls in its database and cannot run here
 */
export function readerOf<Database extends MermaidDatabase>(
  module: MermaidModule,
  convert: (db: Database, source: MermaidSource) => DiagramSpec | ChartDiagram | undefined,
  explain: Explain,
  prepare?: (db: Database, source: MermaidSource) => void,
): ReadType {
  const read = async (source: MermaidSource): Promise<TypeReading | undefined> => {
    const diagram = await loadMermaid<Database>(module);
    let db: Database;
    try {
      db = await withTimeLimit(timeLimit, () => parse(diagram, source, prepare));
    } catch (error) {
      if (error instanceof TimeLimitError) throw error;
      reportSyntaxError(error, explain, source);
      return undefined;
    }
    const spec = withTimeLimit(timeLimit, () => convert(db, source));
    return spec && { spec, ...wordsOf(db) };
  };
  return (source) => afterOthers(() => read(source));
}

/** The last task that was started. */
let last: Promise<unknown> = Promise.resolve();

/** Runs a task when no other one runs: all diagrams share Mermaid's databases, in which titles are kept, too. */
function afterOthers<T>(task: () => Promise<T>): Promise<T> {
  const own = last.then(task);
  last = own.catch(() => undefined);
  return own;
}

/**
 * Parses into an empty database, as the time limit may run this again.
 *
 * @returns a promise if the parser loads the grammar of its type first
 */
function parse<Database extends MermaidDatabase>(
  { parser, db }: MermaidDiagram<Database>,
  source: MermaidSource,
  prepare?: (db: Database, source: MermaidSource) => void,
): Database | Promise<Database> {
  db.clear?.();
  prepare?.(db, source);
  if (parser.parser) parser.parser.yy = db;
  const parsed = parser.parse(source.text.text);
  return parsed instanceof Promise ? parsed.then(() => db) : db;
}

function wordsOf(db: MermaidDatabase): Partial<TypeReading> {
  const [title, name, description] = [
    db.getDiagramTitle?.(),
    db.getAccTitle?.(),
    db.getAccDescription?.(),
  ].map((text) => text?.trim() || undefined);
  return {
    ...(title !== undefined && { title }),
    ...(name !== undefined && { name }),
    ...(description !== undefined && { description }),
  };
}
