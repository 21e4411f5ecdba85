import path from 'node:path';
import type { BrowserSettings } from '../../6-export/browser/browser.ts';
import { cached } from '../../base/cache/cache.ts';
import { codeFingerprint } from '../../base/code-fingerprint.ts';
import type { Diagnostic } from '../../base/diagnostics/diagnostic.ts';
import { Report } from '../../base/diagnostics/report.ts';
import { statsOf } from '../../base/files/file-stats.ts';
import { packageInfo } from '../../base/package-info.ts';
import type { LoadPipeline } from '../../base/pipeline.ts';
import { count } from '../../base/units.ts';
import type { BuiltPage, Page } from '../../model/page.ts';
import type { DeckSummary } from '../../site/deck-summary.ts';
import { feedMark, writeFeed } from '../../site/feed.ts';
import { indexPage, previewImage, siteMark } from '../../site/index-page.ts';
import { bundleSearch } from '../../site/search-script.ts';
import { type DeckLink, isoDate, type Site, type SiteDeck, sortDecks } from '../../site/site.ts';
import { writeOutput } from '../output/write-output.ts';
import type { Job } from '../plan.ts';
import { SiteCovers } from './site-covers.ts';
import { planSite, type SiteFlags, type SitePlan } from './site-plan.ts';

/** The index of a site, as it was written. */
export interface WrittenSite {
  /** Absolute paths. */
  readonly index: string;
  readonly feed?: string;
  readonly bytes: number;
  readonly decks: number;
  /** What it lacks, and why. */
  readonly lacks: readonly string[];
}

/** What became of a site. */
export interface BuiltSite {
  /** Present if its index was written. */
  readonly written?: WrittenSite;
  readonly diagnostics: readonly Diagnostic[];
}

interface SiteOptions {
  readonly plan: SitePlan;
  readonly browser: BrowserSettings;
  /** Whether files that Lectern has not written are replaced, too. */
  readonly force: boolean;
  readonly loadPipeline: LoadPipeline;
}

/**
 * Plans the site of the decks of one run.
 *
 * @throws {UsageError} for invalid options
 */
export function openSite(
  jobs: readonly Job[],
  flags: SiteFlags,
  options: Omit<SiteOptions, 'plan'>,
): SiteBuilder {
  return new SiteBuilder({ ...options, plan: planSite(jobs, flags) });
}

/** Collects the decks of one run, and writes the index of those that were written. */
export class SiteBuilder {
  readonly #options: SiteOptions;
  readonly #covers: SiteCovers;
  readonly #decks: SiteDeck[] = [];
  readonly #inputs = new Set<string>();
  readonly #report = new Report();
  #written: WrittenSite | undefined;

  constructor(options: SiteOptions) {
    this.#options = options;
    this.#covers = new SiteCovers(options.browser);
  }

  get result(): BuiltSite {
    const { diagnostics } = this.#report;
    return { ...(this.#written && { written: this.#written }), diagnostics };
  }

  async stop(): Promise<void> {
    await this.#covers.stop();
  }

  /** Adds a deck that was written. @param inputs the files that it uses */
  async add(job: Job, page: Page, inputs: ReadonlySet<string>): Promise<void> {
    for (const file of inputs) this.#inputs.add(file);
    const summary = await this.#summaryOf(job, page);
    const { html: _, scripts: __, ...facts } = page;
    const { dir: folder, name } = path.parse(job.output);
    const social = `${name}-social.png`;
    this.#decks.push({
      file: path.basename(job.output),
      page: facts,
      summary,
      cover: await this.#covers.coverOf(page, summary),
      links: linksOf(job),
      ...(isFile(path.join(folder, social)) && { socialImage: social }),
    });
  }

  /** Writes the index, and the feed if the site has an address; see {@link SiteBuilder.result}. */
  async write(): Promise<void> {
    this.#written = await this.#writeFiles();
  }

  /** @returns `undefined` if there is no deck in it, or it was not written, which is reported */
  async #writeFiles(): Promise<WrittenSite | undefined> {
    if (this.#decks.length === 0) return undefined;
    const { plan, force } = this.#options;
    const { title, url, deck, cwd } = plan;
    const site: Site = { title, ...(url !== undefined && { url }), decks: sortDecks(this.#decks) };
    const { version } = packageInfo();
    const inputs: ReadonlySet<string> = this.#inputs;
    const common = { deck, inputs, force, cwd, reportKind: 'index of a site' };
    const content = indexPage(site, await bundleSearch(), version);
    const index = { ...common, file: plan.index, content, reportMark: siteMark };
    const bytes = await writeOutput(index, this.#report);
    if (url === undefined) return bytes === undefined ? undefined : this.#describe(site, bytes);
    const feed = { ...common, file: plan.feed, content: writeFeed(site, url, version) };
    const feedBytes = await writeOutput({ ...feed, reportMark: feedMark }, this.#report);
    if (bytes === undefined || feedBytes === undefined) return undefined;
    return { ...this.#describe(site, bytes), feed: plan.feed };
  }

  #describe(site: Site, bytes: number): WrittenSite {
    const { index } = this.#options.plan;
    const lacks = [...this.#lackOfCovers(), ...lacksOf(site)];
    return { index, bytes, decks: site.decks.length, lacks };
  }

  #lackOfCovers(): readonly string[] {
    const { problem } = this.#covers;
    return problem === undefined ? [] : [`some covers are drawn from the title: ${problem}`];
  }

  /** A page from the cache comes without its deck, which is then read again unless its summary is known. */
  async #summaryOf({ deck, options }: Job, page: Page): Promise<DeckSummary> {
    const code = codeFingerprint('src/site/deck-summary.ts');
    const text = await cached('summary', [code, page.html], async () => {
      const built = isBuilt(page) ? page : await this.#build(deck, options);
      const { summarizeDeck } = await import('../../site/deck-summary.ts');
      return JSON.stringify(await summarizeDeck(built));
    });
    return JSON.parse(text) as DeckSummary;
  }

  async #build(deck: string, options: Job['options']): Promise<BuiltPage> {
    const buildPage = await this.#options.loadPipeline();
    const built = await buildPage(deck, options, new Report());
    if (!built) throw new Error(`${deck} was built, and cannot be read now`);
    return built;
  }
}

function isBuilt(page: Page): page is BuiltPage {
  return 'contents' in page;
}

/** Other forms of a deck, if they are next to its page. */
const forms = [
  { name: 'PDF', ending: '.pdf' },
  { name: 'PowerPoint', ending: '.pptx' },
  { name: 'Handout', ending: '-handout.pdf' },
  { name: 'Markdown', ending: '.md' },
] as const;

function linksOf({ deck, output, options }: Job): readonly DeckLink[] {
  const { dir, name: stem } = path.parse(output);
  return forms.flatMap(({ name, ending }) => {
    const file = path.join(dir, stem + ending);
    // The deck itself contains the speaker notes.
    const isPrivate = options.share && file === deck;
    return isFile(file) && !isPrivate ? [{ name, file: path.basename(file) }] : [];
  });
}

function isFile(file: string): boolean {
  return statsOf(file)?.isFile() ?? false;
}

function lacksOf({ url, decks }: Site): readonly string[] {
  if (url === undefined) {
    return ['no feed: it needs the address of the site, as --site-url or in lectern.config.json'];
  }
  const undated = decks.filter(({ page }) => isoDate(page.date) === undefined).length;
  const isOne = undated === 1;
  return [
    ...(undated > 0
      ? [
          `${count(undated, 'deck')} without a date such as 2026-11-23 ${isOne ? 'is' : 'are'} not in the feed`,
        ]
      : []),
    ...(previewImage(decks, url) === undefined
      ? ['no preview image: lectern export --to social writes one']
      : []),
  ];
}
