import type { Report } from './diagnostics/report.ts';
import { packageInfo } from './package-info.ts';

/**
 * Reports an unexpected error. The stack trace is only shown on request, as users cannot use it.
 *
 * @param during the current task, for the message: `building talk.md`
 */
export function reportInternalError(
  error: unknown,
  during: string,
  debug: boolean,
  report: Report,
): void {
  const [message] = (error instanceof Error ? error.message : String(error)).split('\n');
  const stack = error instanceof Error ? error.stack : undefined;
  report.add(
    'internal',
    undefined,
    `internal error while ${during}: ${message}`,
    hint(debug, stack),
  );
}

function hint(debug: boolean, stack: string | undefined): string {
  const { version, issuesUrl } = packageInfo();
  const lines = [
    'this is a bug in Lectern, not in your deck; please report it with what you see here:',
    issuesUrl,
    `lectern ${version}, node ${process.version}, ${process.platform} ${process.arch}`,
    debug ? stack : 'run it again with LECTERN_DEBUG=1 to see where it happened',
  ];
  return lines.filter((line) => line !== undefined).join('\n');
}
