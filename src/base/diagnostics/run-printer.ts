import type { Span } from '../../model/source.ts';
import type { Diagnostic } from './diagnostic.ts';
import { diagnosticPrinter } from './print.ts';

/** Prints the diagnostics of one run of a command, which may concern several decks. */
export interface RunPrinter {
  /** Formats diagnostics that were not printed before. */
  print(diagnostics: readonly Diagnostic[]): readonly string[];
  /** All diagnostics of the run, each once. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The further places that are listed. */
const placeLimit = 4;

/**
 * A printer for a terminal. Each diagnostic is printed once, even if several decks have it. Diagnostics that differ
 * only in their place are printed once, with the first of their places.
 *
 * @param listsAll whether each place is printed with its line
 */
export function createRunPrinter(cwd: string, colors: boolean, listsAll: boolean): RunPrinter {
  const toText = diagnosticPrinter(cwd, colors);
  const known = new Set<string>();
  const lists = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  return {
    diagnostics,
    print(found) {
      const added = found.filter((diagnostic) => {
        const key = JSON.stringify(diagnostic);
        return !known.has(key) && known.add(key);
      });
      diagnostics.push(...added);
      const groups = listsAll ? added.map((diagnostic) => [diagnostic]) : groupByCause(added);
      return groups.flatMap(([first, ...others]) => {
        if (!first) return [];
        const text = toText(shortenHint(first, lists));
        return others.length > 0 ? `${text}\n  ${describePlaces(first, others)}` : text;
      });
    },
  };
}

function groupByCause(diagnostics: readonly Diagnostic[]): readonly (readonly Diagnostic[])[] {
  const groups = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const { code, message, hint } = diagnostic;
    const cause = JSON.stringify([code, message, hint]);
    const group = groups.get(cause);
    if (group) group.push(diagnostic);
    else groups.set(cause, [diagnostic]);
  }
  return [...groups.values()];
}

/** The list of the names that are valid somewhere is printed once a run. */
function shortenHint(diagnostic: Diagnostic, lists: Set<string>): Diagnostic {
  const { hint } = diagnostic;
  if (!hint?.includes('one of: ')) return diagnostic;
  const lines = hint.split('\n').map((line) => {
    if (!line.startsWith('one of: ')) return line;
    if (lists.has(line)) return 'one of those listed above';
    lists.add(line);
    return line;
  });
  return { ...diagnostic, hint: lines.join('\n') };
}

/** `the same at slides/talk.md:12:3, 19:3, 40:1, 52:1 and 31 other places (--verbose lists all)` */
function describePlaces(first: Diagnostic, others: readonly Diagnostic[]): string {
  let file = first.span?.file;
  const places = others
    .slice(0, placeLimit)
    .flatMap(({ span }) => {
      if (!span) return [];
      const mark = span.cell === undefined ? ':' : '#';
      const text = span.file === file ? positionOf(span) : span.file + mark + positionOf(span);
      file = span.file;
      return text;
    })
    .join(', ');
  const left = others.length - placeLimit;
  if (left <= 0) return `the same at ${places}`;
  const rest = left === 1 ? '1 other place' : `${left} other places`;
  return `the same at ${places} and ${rest} (--verbose lists all)`;
}

function positionOf({ line, column, cell }: Span): string {
  return cell ?? `${line}:${column}`;
}
