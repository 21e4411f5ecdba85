import { withoutScripts } from '../../5-bundle/own-scripts.ts';
import type { Report } from '../../base/diagnostics/report.ts';
import { reportScriptsOff } from '../../base/scripts/script-consent.ts';
import type { TrustedScripts } from '../../base/scripts/trusted-scripts.ts';
import type { Page } from '../../model/page.ts';

/**
 * A page as the browser of a command may run it: with the deck's own scripts only if the user has agreed to
 * them. That they are left out is reported.
 *
 * @param root of the deck
 * @param command that shows the page
 */
export function trustedPage(
  page: Page,
  root: string,
  trusted: TrustedScripts,
  command: string,
  report: Report,
): Page {
  const { html, scripts } = page;
  const texts = scripts.map(({ text }) => text);
  if (trusted.includes(root, texts)) return page;
  reportScriptsOff(page, command, report);
  return { ...page, html: withoutScripts(html, scripts) };
}
