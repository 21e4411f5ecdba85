import type { Page } from '../../model/page.ts';
import type { Report } from '../diagnostics/report.ts';

/**
 * Reports that a deck's scripts do not run.
 *
 * @param command that shows the deck
 */
export function reportScriptsOff({ scripts }: Page, command: string, report: Report): void {
  for (const { span } of scripts) {
    const message = `this script does not run in "lectern ${command}": you have not agreed to it yet`;
    const hint = `read it; if you trust its author, run "lectern ${command}" once with --trust-scripts`;
    report.add('script-untrusted', span, message, hint);
  }
}
