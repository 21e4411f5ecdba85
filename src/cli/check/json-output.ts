import { visibleJson } from '../../base/text/visible-text.ts';
import { formatPath } from '../../base/units.ts';
import type { Finding } from '../../check/finding.ts';
import { locateFix } from '../../check/fix/located-fix.ts';
import { SourceLines } from '../../check/source-lines.ts';
import { jsonDiagnostic } from '../build/build-output.ts';
import type { DeckResult, RunResult } from './deck-result.ts';

/** Machine-readable output: one JSON object. All keys are present, some as `null`. */
export function jsonOutput({ decks, problems, report }: RunResult, cwd: string): string {
  const lines = new SourceLines(cwd);
  const of = (finding: Finding, deck?: DeckResult) => ({
    ...jsonFinding(finding, deck, cwd),
    fix: jsonFix(finding, lines),
  });
  const json = {
    decks: decks.map(({ deck, page, wasShown, milliseconds }) => ({
      file: formatPath(deck, cwd),
      slides: page?.slideCount ?? null,
      browser: wasShown,
      milliseconds: Math.round(milliseconds),
    })),
    report: report === undefined ? null : formatPath(report, cwd),
    findings: [
      ...decks.flatMap((deck) => deck.findings.map((finding) => of(finding, deck))),
      ...problems.map((finding) => of(finding)),
    ],
    ignored: decks.flatMap((result) =>
      result.excused.map(({ reason, ...finding }) => ({
        ...of(finding, result),
        reason,
      })),
    ),
  };
  return `${visibleJson(json)}\n`;
}

function jsonFinding(finding: Finding, result: DeckResult | undefined, cwd: string) {
  const { diagnostic, slide, box } = finding;
  const image = result?.written.find(({ findings }) => findings.includes(finding));
  return {
    ...jsonDiagnostic(diagnostic),
    deck: result ? formatPath(result.deck, cwd) : null,
    slide: slide ?? null,
    box: box ?? null,
    image: image ? formatPath(image.file, cwd) : null,
    number: image ? image.findings.indexOf(finding) + 1 : null,
  };
}

/** What `--fix` would change; `null` if nothing is certain. */
function jsonFix({ diagnostic: { fix } }: Finding, lines: SourceLines) {
  const edits = fix && locateFix(fix, (file) => lines.of(file));
  return (
    edits?.map(({ span: { file, line, column, length }, text }) => {
      return { file, line, column, length, text };
    }) ?? null
  );
}
