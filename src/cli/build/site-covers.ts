import type { BrowserSettings } from '../../6-export/browser/browser.ts';
import { BrowserError } from '../../6-export/browser/browser-error.ts';
import { cacheEntry } from '../../base/cache/cache.ts';
import { codeFingerprint } from '../../base/code-fingerprint.ts';
import type { Page } from '../../model/page.ts';
import { shootCover } from '../../site/cover.ts';
import type { DeckSummary } from '../../site/deck-summary.ts';
import { drawCover } from '../../site/drawn-cover.ts';
import type { Cover } from '../../site/site.ts';
import { SharedBrowser } from '../browser/shared-browser.ts';

/** Images of the first slides of decks: by a browser or, without one, drawn from the title. */
export class SiteCovers {
  readonly #browser: SharedBrowser;
  #problem: string | undefined;

  constructor(settings: BrowserSettings) {
    this.#browser = new SharedBrowser(settings);
  }

  /** Why a cover was drawn; `undefined` if none was. */
  get problem(): string | undefined {
    return this.#problem;
  }

  async stop(): Promise<void> {
    await this.#browser.stop();
  }

  async coverOf(page: Page, { dir, colors }: DeckSummary): Promise<Cover> {
    try {
      return { mime: 'image/webp', bytes: await this.#shoot(page) };
    } catch (error) {
      if (!(error instanceof BrowserError)) throw error;
      this.#problem ??= error.message;
      const svg = drawCover({ ...page, dir, colors });
      return { mime: 'image/svg+xml', bytes: Buffer.from(svg) };
    }
  }

  /** Another browser may draw another image. */
  async #shoot(page: Page): Promise<Buffer> {
    const version = await this.#browser.start();
    const code = codeFingerprint('src/site/cover.ts', 'src/runtime/export');
    const entry = cacheEntry('cover', [code, version, page.html]);
    const known = entry.readBytes();
    if (known) return known;
    const image = await shootCover(page, (html, work) => this.#browser.show(html, work));
    entry.write(image);
    return image;
  }
}
