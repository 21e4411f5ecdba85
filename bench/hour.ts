import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type CDPSession, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../test/support/browser/find-browser.ts';
import { writeDeck, writePicture } from './decks.ts';
import { type Save, saves } from './live/saves.ts';
import { printedAddress, untilItWorks } from './live/servers.ts';

export interface HourOptions {
  /** Where the decks may lie; it is filled. */
  readonly folder: string;
  /** The program, and what goes before its arguments. */
  readonly lectern: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly port: number;
  readonly changes: number;
}

export interface Hour {
  readonly changes: number;
  /** Milliseconds from the end of each save until the page said what was saved. */
  readonly times: readonly number[];
  /** Saves that did not come to the page, as `file, way of saving`. */
  readonly lost: readonly string[];
  /** How often the page was compared with a build of the same files, and how often it was another. */
  readonly compared: number;
  readonly unlike: number;
  /** Bytes that the server held, and the page's scripts, after each tenth part. */
  readonly server: readonly number[];
  readonly page: readonly number[];
}

/** A save that has not come to the page by then is lost, in milliseconds. */
const patience = 5000;

/** The files that change, and how each says which change was the last. */
const files: Readonly<Record<string, (mark: number) => string>> = {
  'deck.md': (mark) =>
    `${writeDeck({ slides: 40, charts: [], draft: mark }, 'lectern').replace('numbers:', 'theme: ./own.css\nnumbers:')}
---
src: part.md
---

---

## Values

\`\`\`chart bar
data: values.csv
x: name
\`\`\`

---

## Code

\`\`\`ts src=./sample.ts
\`\`\`
`,
  'part.md': (mark) =>
    `## A part\n\nDraft ${mark} of this part.\n\n${'More.\n\n'.repeat(mark % 4)}`,
  'values.csv': (mark) => `name,value\nfirst,${mark}\nsecond,7\n`,
  'sample.ts': (mark) => `const mark = ${mark};\n`,
  'own.css': (mark) => `@import "night";\n:root { --mark: "${mark}"; }\n`,
};

/** What the page says of each file. */
const marks: Readonly<Record<string, string>> = {
  'deck.md': `Number(/Draft (\\d+) of this slide/.exec(document.querySelector('.slides').textContent)?.[1])`,
  'part.md': `Number(/Draft (\\d+) of this part/.exec(document.querySelector('.slides').textContent)?.[1])`,
  'values.csv': `Number(document.querySelector('figure td')?.textContent)`,
  'sample.ts': `Number(/mark = (\\d+)/.exec(document.querySelector('.slides').textContent)?.[1])`,
  'own.css': `Number(JSON.parse(getComputedStyle(document.documentElement).getPropertyValue('--mark') || '""'))`,
};

/** Plays an hour's work in a row: saves of all files that a deck is made of, in all ways, in a fixed disorder. */
export async function playHour(options: HourOptions): Promise<Hour> {
  const { folder, lectern, env, port } = options;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'picture.svg'), writePicture());
  for (const [name, write] of Object.entries(files))
    writeFileSync(path.join(folder, name), write(0));
  const [program = '', ...args] = [...lectern, 'dev', 'deck.md', '--stay', '--port', `${port}`];
  const server = spawn(program, args, {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const found = findBrowser();
  if (!found || 'problem' in found) throw new Error(found?.problem ?? 'there is no browser');
  const chromiumSandbox = process.getuid?.() !== 0;
  const browser = await chromium.launch({ executablePath: found.path, chromiumSandbox });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    // tsx gives functions their names by a helper, which does not go to the page with them.
    await page.addInitScript('globalThis.__name = (named) => named');
    const address = await printedAddress(server);
    await untilItWorks(() => page.goto(address));
    await page.waitForSelector('html[data-ready]', { timeout: 60_000 });
    return await new Author(options, server, page).work(await page.context().newCDPSession(page));
  } finally {
    server.kill();
    await browser.close();
  }
}

class Author {
  readonly #options: HourOptions;
  readonly #server: ChildProcess;
  readonly #page: Page;
  #state = 1;

  constructor(options: HourOptions, server: ChildProcess, page: Page) {
    this.#options = options;
    this.#server = server;
    this.#page = page;
  }

  async work(session: CDPSession): Promise<Hour> {
    const { changes } = this.#options;
    const [times, lost, server, page]: [number[], string[], number[], number[]] = [[], [], [], []];
    let [compared, unlike] = [0, 0];
    for (let mark = 1; mark <= changes; mark++) {
      const name = this.#choose(Object.keys(files)) ?? '';
      const save = this.#choose(saves);
      if (!save) continue;
      const time = await this.#change(name, mark, save);
      if (time === undefined) lost.push(`${name}, ${save.name}`);
      else times.push(time);
      if (mark % Math.ceil(changes / 10) !== 0) continue;
      compared++;
      if (!(await this.#isAsBuilt())) unlike++;
      server.push(residentBytes(this.#server.pid));
      await session.send('HeapProfiler.collectGarbage');
      page.push((await session.send('Runtime.getHeapUsage')).usedSize);
    }
    return { changes, times, lost, compared, unlike, server, page };
  }

  /** @returns milliseconds, or `undefined` where it did not come */
  async #change(name: string, mark: number, { write }: Save): Promise<number | undefined> {
    await write(path.join(this.#options.folder, name), files[name]?.(mark) ?? '');
    const saved = performance.now();
    while (performance.now() - saved < patience) {
      // A page that is being loaded anew has nothing to say.
      const said = await this.#page.evaluate(marks[name] ?? '').catch(() => undefined);
      if (said === mark) return performance.now() - saved;
      await wait(5);
    }
    return undefined;
  }

  /** Whether the page shows what `build` makes of the files as they are. */
  async #isAsBuilt(): Promise<boolean> {
    const { folder, lectern, env } = this.#options;
    const [program = '', ...args] = [
      ...lectern,
      'build',
      'deck.md',
      '--out',
      'deck.html',
      '--quiet',
    ];
    execFileSync(program, args, { cwd: folder, env: { ...process.env, ...env } });
    const built = readFileSync(path.join(folder, 'deck.html'), 'utf8');
    rmSync(path.join(folder, 'deck.html'));
    const [, slides = ''] = /<div class="slides">\n([\s\S]*)<\/div>\n<\/main>/.exec(built) ?? [];
    return this.#page.evaluate((wanted) => {
      const template = document.createElement('template');
      template.innerHTML = wanted;
      const words = (root: ParentNode): string =>
        Array.from(root.querySelectorAll('section.slide'), (slide) => slide.textContent).join('\n');
      return words(template.content) === words(document);
    }, slides);
  }

  #choose<T>(all: readonly T[]): T | undefined {
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0;
    return all[Math.floor((this.#state / 2 ** 32) * all.length)];
  }
}

function residentBytes(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
}
