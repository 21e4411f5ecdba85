import type { Diagnostic } from '../../base/diagnostics/diagnostic.ts';
import { Report } from '../../base/diagnostics/report.ts';
import type { Page } from '../../model/page.ts';
import type { Job } from '../plan.ts';
import { SiteBuilder, type SiteOptions, type WrittenSite } from './site-builder.ts';
import { planSite, type SiteFlags } from './site-plan.ts';

/** What became of a site. */
export interface BuiltSite {
  /** Present if its index was written. */
  readonly written?: WrittenSite;
  readonly diagnostics: readonly Diagnostic[];
}

/** The site of the decks of one run. */
export interface SiteRun {
  /** Adds a deck that was written. @param inputs the files that it uses */
  add(job: Job, page: Page, inputs: ReadonlySet<string>): Promise<void>;
  write(): Promise<void>;
  readonly result: BuiltSite;
  stop(): Promise<void>;
}

/** @throws {UsageError} for invalid options */
export function openSite(
  jobs: readonly Job[],
  flags: SiteFlags,
  options: Omit<SiteOptions, 'plan'>,
): SiteRun {
  const builder = new SiteBuilder({ ...options, plan: planSite(jobs, flags) });
  const report = new Report();
  let written: WrittenSite | undefined;
  return {
    add: (job, page, inputs) => builder.add(job, page, inputs),
    async write() {
      written = await builder.write(report);
    },
    get result() {
      return { ...(written && { written }), diagnostics: report.diagnostics };
    },
    stop: () => builder.stop(),
  };
}
