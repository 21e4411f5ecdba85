import type { Diagnostic, Severity } from '../../base/diagnostics/diagnostic.ts';
import { visibleText } from '../../base/text/visible-text.ts';
import type { RunResult } from './deck-result.ts';
import { repositoryPath } from './repository-path.ts';

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  note: 'notice',
};

/**
 * Commands that show findings beside a change on GitHub:
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function githubOutput({ decks, problems }: RunResult, cwd: string): string {
  const all = [...decks.flatMap(({ findings }) => findings), ...problems];
  return all.map(({ diagnostic }) => `${commandOf(diagnostic, cwd)}\n`).join('');
}

/** `::error file=slides/talk.md,line=12,col=3,endColumn=23,title=contrast::the text …` */
function commandOf({ code, severity, message, hint, span }: Diagnostic, cwd: string): string {
  const place = span && {
    file: repositoryPath(span, cwd) ?? span.file,
    // Rows of a workbook are no lines.
    ...(!span.cell && {
      line: span.line,
      endLine: span.line,
      col: span.column,
      endColumn: span.column + span.length,
    }),
  };
  const properties = Object.entries({ ...place, title: `Lectern: ${code}` }).map(
    ([name, value]) => `${name}=${escapeProperty(String(value))}`,
  );
  const where = span?.cell ? [`at ${span.cell}`] : [];
  const text = [message, ...where, ...(hint ? [hint] : [])].join('\n');
  return `::${commands[severity]} ${properties.join(',')}::${escapeData(visibleText(text))}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
