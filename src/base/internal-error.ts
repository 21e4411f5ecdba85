import type { Report } from './diagnostics/report.ts';
import { packageInfo } from './package-info.ts';
import { withoutSecrets } from './text/without-secrets.ts';

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
  if (isTooLarge(error)) {
    const hint = 'use fewer or smaller images and media, or several decks';
    report.add('file-large', undefined, `${during}: the page is larger than 500 MB`, hint);
    return;
  }
  const [message] = (error instanceof Error ? error.message : String(error)).split('\n');
  const stack = error instanceof Error ? error.stack : undefined;
  report.add(
    'internal',
    undefined,
    `internal error while ${during}: ${withoutSecrets(message ?? '')}`,
    hint(debug, stack),
  );
}

/** The longest text of a JavaScript engine, which no browser would open as a page either. */
function isTooLarge(error: unknown): boolean {
  return error instanceof RangeError && error.message === 'Invalid string length';
}

function hint(debug: boolean, stack: string | undefined): string {
  const { version, issuesUrl } = packageInfo();
  const lines = [
    'this is a bug in Lectern, not in your deck; please report it with what you see here:',
    issuesUrl,
    `lectern ${version}, node ${process.version}, ${process.platform} ${process.arch}`,
    debug
      ? stack && withoutSecrets(stack)
      : 'run it again with LECTERN_DEBUG=1 to see where it happened',
  ];
  return lines.filter((line) => line !== undefined).join('\n');
}
