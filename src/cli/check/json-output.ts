import type { Finding } from '../../check/finding.ts';
import { formatPath } from '../../base/units.ts';
import { visibleJson } from '../../base/visible-text.ts';
import { jsonDiagnostic } from '../build/build-output.ts';
import type { DeckResult } from './deck-result.ts';

/** Machine-readable output: one JSON object. All keys are present, some as `null`. */
export function jsonOutput(results: readonly DeckResult[], cwd: string): string {
  const json = {
    decks: results.map(({ deck, page, wasShown, milliseconds }) => ({
      file: formatPath(deck, cwd),
      slides: page?.slideCount ?? null,
      browser: wasShown,
      milliseconds: Math.round(milliseconds),
    })),
    findings: results.flatMap((result) =>
      result.findings.map((finding) => jsonFinding(finding, result, cwd)),
    ),
    ignored: results.flatMap((result) =>
      result.excused.map(({ reason, ...finding }) => ({
        ...jsonFinding(finding, result, cwd),
        reason,
      })),
    ),
  };
  return `${visibleJson(json)}\n`;
}

function jsonFinding(finding: Finding, { deck, written }: DeckResult, cwd: string) {
  const { diagnostic, slide, box } = finding;
  const image = written.find(({ findings }) => findings.includes(finding));
  return {
    ...jsonDiagnostic(diagnostic),
    deck: formatPath(deck, cwd),
    slide: slide ?? null,
    box: box ?? null,
    image: image ? formatPath(image.file, cwd) : null,
    number: image ? image.findings.indexOf(finding) + 1 : null,
  };
}
