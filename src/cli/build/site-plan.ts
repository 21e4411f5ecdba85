import path from 'node:path';
import { readConfig } from '../../1-load/config/config.ts';
import { Report } from '../../base/diagnostics/report.ts';
import { formatPath } from '../../base/units.ts';
import { feedName } from '../../site/feed.ts';
import type { Job } from '../plan.ts';
import { UsageError } from '../usage-error.ts';

/** Where a site is written, and what it is called. */
export interface SitePlan {
  /** A deck of it, for which its files are recorded. */
  readonly deck: string;
  readonly cwd: string;
  /** The absolute path of its index. */
  readonly index: string;
  readonly feed: string;
  readonly title: string;
  /** Its address, ending with a slash. */
  readonly url?: string;
}

export interface SiteFlags {
  readonly site?: boolean;
  readonly 'site-url'?: string;
  readonly out?: string;
}

/**
 * Plans the site of some decks, by the options of the command line, and else by the settings of their folder.
 *
 * @throws {UsageError} for invalid options, or if the index would replace a deck
 */
export function planSite(jobs: readonly Job[], flags: SiteFlags): SitePlan {
  const [first] = jobs;
  if (!flags.site || !first) throw new UsageError('--site-url needs --site');
  if (flags.out?.endsWith('.html')) {
    throw new UsageError('--site writes several files', 'give a folder in --out');
  }
  const folder = path.dirname(first.output);
  const index = path.join(folder, 'index.html');
  refuseSameName(jobs, index);
  const { deck, options } = first;
  const { site } = readConfig({ deck, ...options }, new Report());
  const url = flags['site-url'] ?? site.url;
  return {
    deck,
    cwd: options.cwd,
    index,
    feed: path.join(folder, feedName),
    title: site.title ?? 'Talks',
    ...(url !== undefined && { url: readAddress(url) }),
  };
}

/** @throws {UsageError} if a deck has the name of the index */
function refuseSameName(jobs: readonly Job[], index: string): void {
  const same = jobs.find(({ output }) => output.toLowerCase() === index.toLowerCase());
  if (!same) return;
  const [deck, output] = [same.deck, index].map((file) => formatPath(file, same.options.cwd));
  throw new UsageError(`${deck} and the index would both become ${output}`, 'rename the deck');
}

/** @throws {UsageError} if it is no address of a folder on the web */
function readAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  if (!url || !isWeb || url.search !== '' || url.hash !== '' || url.username !== '') {
    const hint = 'as in https://example.org/talks/, in --site-url or in the settings of the folder';
    throw new UsageError(`invalid address of the site: ${text}`, hint);
  }
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}
