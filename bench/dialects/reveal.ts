import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Page } from 'playwright-core';
import { Project } from '../../src/1-load/dialects/project.ts';
import { readSettings } from '../../src/1-load/dialects/reveal/settings/settings.ts';
import { DeckTranslation } from '../../src/1-load/dialects/reveal/translation-state.ts';
import { loadDeck } from '../../src/1-load/load.ts';
import { parseDeck } from '../../src/2-parse/parse.ts';
import { resolveDeck } from '../../src/3-resolve/resolve.ts';
import { renderDeck } from '../../src/4-render/render.ts';
import { fillSlides, joinSlides } from '../../src/5-bundle/fill-slides.ts';
import { reportFor } from '../../src/base/diagnostics/foreign-report.ts';
import { Report } from '../../src/base/diagnostics/report.ts';
import { findPackage } from '../../src/base/files/find-package.ts';
import { findRoot } from '../../src/base/files/project-root.ts';
import { Inputs } from '../../src/base/inputs.ts';
import { findBrowser } from '../../test/support/browser/find-browser.ts';

/**
 * Compares decks with what the Markdown plugin of reveal.js makes of them: the slides, and on each one its headings,
 * steps, images, notes and background.
 *
 *     npx tsx bench/dialects/reveal.ts talk.md other.md
 */

/** What of a slide is compared. */
interface SlideFacts {
  readonly title: string;
  readonly isBelow: boolean;
  readonly steps: number;
  readonly images: number;
  readonly notes: string;
  readonly items: number;
  readonly code: number;
  readonly background: boolean;
}

const plugin = path.join(
  findPackage('reveal.js', path.join(import.meta.dirname, '..')) ?? '',
  'dist/plugin/markdown.js',
);

async function compare(files: readonly string[]): Promise<void> {
  const browser = await chromium.launch({ executablePath: browserPath() });
  const page = await browser.newPage();
  // Names of functions, which the compiler of this script adds.
  await page.addInitScript('globalThis.__name = (value) => value');
  await page.goto('about:blank');
  for (const file of files) {
    const differences = await differencesOf(file, page);
    console.log(`${differences.length === 0 ? 'same' : 'DIFFERS'} ${file}`);
    for (const line of differences.slice(0, 12)) console.log(`  ${line}`);
  }
  await browser.close();
}

function browserPath(): string {
  const found = findBrowser();
  if (!found || !('path' in found)) throw new Error('no browser was found');
  return found.path;
}

async function differencesOf(file: string, page: Page): Promise<readonly string[]> {
  const ours = await ourSlides(file, page);
  const theirs = await theirSlides(file, page);
  if (ours.length !== theirs.length) {
    return [`${ours.length} slides, not ${theirs.length}`, ...firstDifference(ours, theirs)];
  }
  return theirs.flatMap((slide, i) => factsThatDiffer(ours[i], slide, i + 1));
}

function firstDifference(
  ours: readonly SlideFacts[],
  theirs: readonly SlideFacts[],
): readonly string[] {
  const index = theirs.findIndex((slide, i) => ours[i]?.title !== slide.title);
  return index < 0 ? [] : factsThatDiffer(ours[index], theirs[index], index + 1);
}

function factsThatDiffer(
  ours: SlideFacts | undefined,
  theirs: SlideFacts | undefined,
  number: number,
): readonly string[] {
  if (!ours || !theirs) return [];
  return (Object.keys(theirs) as (keyof SlideFacts)[]).flatMap((fact) =>
    ours[fact] === theirs[fact]
      ? []
      : [
          `slide ${number}: ${fact} ${JSON.stringify(ours[fact])}, not ${JSON.stringify(theirs[fact])}`,
        ],
  );
}

async function ourSlides(file: string, page: Page): Promise<readonly SlideFacts[]> {
  const report = new Report();
  const inputs = new Inputs();
  const cwd = path.dirname(path.resolve(file));
  const options = { cwd, root: findRoot(path.resolve(file), cwd), allowRemote: true, share: false };
  const source = await loadDeck(
    path.basename(file),
    { ...options, dialect: 'reveal' },
    inputs,
    report,
  );
  if (!source) return [];
  const own = reportFor('reveal', report);
  const deck = parseDeck(source, own);
  const rendered = renderDeck(deck, await resolveDeck(deck, inputs, own));
  const html = joinSlides(
    fillSlides(rendered, {
      assets: rendered.assets.map(() => 'a.png'),
      sizes: rendered.assets.map(() => ({ width: 9, height: 9, isPhoto: false, isVector: false })),
      charts: rendered.charts.map(() => ''),
      diagrams: rendered.diagrams.map(() => ''),
      tones: new Map(),
    }),
  );
  await page.setContent(`<div class="slides">${html}</div>`);
  return page.evaluate(readSlides);
}

async function theirSlides(file: string, page: Page): Promise<readonly SlideFacts[]> {
  const text = readFileSync(file, 'utf8').replace(/\r\n/g, '\n');
  const name = path.resolve(file);
  const author = { path: name, realPath: name, text };
  const root = findRoot(name, path.dirname(name));
  const options = { cwd: root, root, allowRemote: true, share: false };
  const project = new Project(author, options, new Inputs());
  const report = new Report();
  const settings = readSettings(author, { project, report, allowRemote: true, isIncluded: false });
  const deck = new DeckTranslation(author, settings, project, report);
  await page.setContent('<div class="reveal"><div class="slides"></div></div>');
  await page.addScriptTag({ path: plugin });
  await page.evaluate(
    async ({ markdown, separator, vertical, notes }) => {
      const slides = document.querySelector('.slides');
      const section = document.createElement('section');
      section.setAttribute('data-markdown', '');
      section.setAttribute('data-separator', separator);
      section.setAttribute('data-separator-vertical', vertical);
      section.setAttribute('data-separator-notes', notes);
      const template = document.createElement('script');
      template.setAttribute('type', 'text/template');
      template.textContent = markdown;
      section.append(template);
      slides?.append(section);
      const { RevealMarkdown } = globalThis as unknown as {
        RevealMarkdown: () => { init(deck: unknown): Promise<void> };
      };
      const reveal = {
        getConfig: () => ({}),
        getRevealElement: () => document.querySelector('.reveal'),
      };
      await RevealMarkdown().init(reveal);
    },
    {
      markdown: text.slice(settings.matterEnd),
      separator: settings.separators.horizontal,
      vertical: settings.separators.vertical ?? '',
      notes: deck.settings.notes.source,
    },
  );
  return page.evaluate(readSlides);
}

/** Runs in the page: the facts of both kinds of slides. */
function readSlides(): readonly SlideFacts[] {
  const leaves = [...document.querySelectorAll('section')].filter(
    (section) => !section.querySelector('section') && section.dataset.visibility !== 'hidden',
  );
  return leaves.map((section) => {
    const text = (element: Element | null): string =>
      (element?.textContent ?? '').replace(/\W+/g, '');
    const notes = [...section.querySelectorAll('aside.notes')];
    const spoken = notes.map((note) => text(note).replace(/^Speakernotes/, '')).join('');
    for (const each of [...notes, ...section.querySelectorAll('footer.slide-footer, header')])
      each.remove();
    const parent = section.parentElement;
    // reveal.js removes hidden slides.
    const first = parent?.querySelector('section:not([data-visibility="hidden"])');
    const isBelow = parent?.tagName === 'SECTION' && first !== section;
    const count = (selector: string): number => section.querySelectorAll(selector).length;
    const own = section.getAttributeNames().some((name) => name.startsWith('data-background'));
    return {
      title: text(section.querySelector('h1, h2, h3, h4, h5, h6')),
      isBelow,
      steps: count('.fragment:not(.code-step)'),
      images: count('img'),
      notes: spoken + text({ textContent: section.dataset.notes ?? '' } as Element),
      items: count('li'),
      code: count('pre, .diagram'),
      background:
        own ||
        section.style.getPropertyValue('--background') !== '' ||
        section.querySelector('.slide-background') !== null,
    };
  });
}

await compare(parseArgs({ allowPositionals: true }).positionals);
