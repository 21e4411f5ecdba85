import { formatDiagnostic } from '../../base/diagnostics/format.ts';
import type { Report } from '../../base/diagnostics/report.ts';

/** What a model that calls a tool can correct: the answer says it. */
export class ToolError extends Error {}

/** An error that says all that is in a report. */
export function toolErrorOf({ diagnostics }: Report): ToolError {
  return new ToolError(diagnostics.map((each) => formatDiagnostic(each)).join('\n'));
}
