import { buildPage } from '../../build.ts';
import type { Diagnostic } from '../base/diagnostics/diagnostic.ts';
import { Report } from '../base/diagnostics/report.ts';
import { BuildMemo } from '../base/memo/memo.ts';
import { formatPath } from '../base/units.ts';
import { checkDeck as check } from '../check/check.ts';
import { readCheckConfig } from '../check/config.ts';
import { type BrowserOptions, LazyBrowser, pageToShow } from './browser.ts';
import { guarded } from './guarded.ts';
import { type DeckOptions, planDeck } from './options.ts';

export interface CheckDeckOptions extends DeckOptions, BrowserOptions {
  /** `false` checks only the source. */
  readonly inBrowser?: boolean;
}

export interface CheckedDeck {
  /** What the build and the checks have found, in source order, with the levels of the deck and its project. */
  readonly diagnostics: readonly FoundDiagnostic[];
  /** Those that comments in the deck excuse. */
  readonly excused: readonly FoundDiagnostic[];
  /** Whether the slides were looked at in a browser. */
  readonly wasShown: boolean;
  /** Absolute paths of the files that the deck uses. */
  readonly inputs: readonly string[];
}

export interface FoundDiagnostic extends Diagnostic {
  /** The number of the slide, from 1, if it is about one. */
  readonly slide?: number;
}

/** Checks a deck, as `lectern check` does. */
export async function checkDeck(
  file: string,
  options: CheckDeckOptions = {},
): Promise<CheckedDeck> {
  const { deck, options: own } = planDeck(file, options);
  const planned = { deck, options: { ...own, memo: new BuildMemo() } };
  const { signal, inBrowser = true } = options;
  const report = new Report();
  const browser = new LazyBrowser(options, signal);
  const found = await guarded(`checking ${formatPath(deck, own.cwd)}`, signal, report, async () => {
    const { levels } = readCheckConfig(planned, report);
    try {
      return await check(planned, {
        buildPage,
        levels,
        ...(inBrowser && {
          show: (page, work) => browser.show(pageToShow(page, options, report).html, work),
        }),
      });
    } finally {
      await browser.stop();
    }
  });
  signal?.throwIfAborted();
  return {
    diagnostics: [...report.diagnostics, ...(found?.findings ?? []).map(diagnosticOf)],
    excused: (found?.excused ?? []).map(diagnosticOf),
    wasShown: found?.wasShown ?? false,
    inputs: [...(found?.inputs.files ?? [])],
  };
}

function diagnosticOf(finding: {
  readonly diagnostic: Diagnostic;
  readonly slide?: number;
}): FoundDiagnostic {
  const { diagnostic, slide } = finding;
  return { ...diagnostic, ...(slide !== undefined && { slide }) };
}
