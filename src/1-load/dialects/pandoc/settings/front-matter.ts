import { isSlideSide } from '../../../../base/slide-side.ts';
import type { YamlEntry } from '../../../../base/yaml/yaml.ts';
import { readRevealTransition, revealThemes } from '../../shared/reveal-names.ts';
import { type YamlValue, yamlText } from '../../yaml-text.ts';
import { dateOf } from './dates.ts';
import type { Metadata, Settings } from './metadata.ts';

/** The slide with which Pandoc begins a deck that has a title. */
export function titleSlide(
  { titleBlock }: Metadata,
  settings: Settings,
  formatsDates: boolean,
): string {
  const title = titleBlock.title ?? settings.text('title');
  if (title === undefined) return '';
  const authors = titleBlock.authors ?? settings.texts('author', 'authors');
  const lines = [
    `# ${oneLine(title)}`,
    settings.text('subtitle'),
    authors.join(', '),
    emailsOf(settings).join(', '),
    affiliationsOf(settings).join(', '),
    settings.texts('institute', 'institutes', 'affiliation').join(', '),
    titleBlock.date ?? dateOf(settings, formatsDates),
  ];
  return lines
    .filter((line) => line !== undefined && line !== '')
    .map((line) => oneLine(line ?? ''))
    .join('\n\n');
}

/** The names of what the authors belong to, each once. */
function affiliationsOf(settings: Settings): readonly string[] {
  const own = authorKeys(settings).filter(({ key }) => /^affiliations?$/.test(key));
  return [...new Set(own.flatMap(namesIn))];
}

function emailsOf(settings: Settings): readonly string[] {
  return authorKeys(settings).flatMap(({ key, source }) => (key === 'email' && source) || []);
}

/** The keys of all authors. */
function authorKeys(settings: Settings): readonly YamlEntry[] {
  const authors = settings.entry('author', 'authors')?.items ?? [];
  return [...authors, ...authors.flatMap(({ items }) => items)];
}

/** A text, texts in a list, or the `name` of each. */
function namesIn({ source, items }: YamlEntry): readonly string[] {
  if (source !== undefined) return [source];
  return items.filter(({ key }) => key === '' || key === 'name').flatMap(namesIn);
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').trim();
}

/** The settings of a deck as Lectern's front matter, without the lines around it. */
export function frontMatterText(
  { titleBlock }: Metadata,
  settings: Settings,
  formatsDates: boolean,
  own: Readonly<Record<string, YamlValue | undefined>>,
): string {
  const authors = titleBlock.authors ?? settings.texts('author', 'authors');
  const theme = settings.text('theme');
  const transition = settings.text('transition');
  return yamlText({
    title: withoutShortcodes(titleBlock.title ?? settings.text('title', 'pagetitle')),
    subtitle: settings.text('subtitle'),
    author: listOf(authors),
    date: titleBlock.date ?? dateOf(settings, formatsDates),
    description: settings.text('description', 'abstract')?.replace(/\s+/g, ' '),
    keywords: listOf(settings.texts('keywords')),
    lang: settings.text('lang'),
    dir: settings.text('dir'),
    theme: `revealjs/${theme !== undefined && revealThemes.has(theme) ? theme : 'black'}`,
    size: sizeOf(settings) ?? '960x700',
    numbers: numbersOf(settings),
    transition: transition && readRevealTransition(transition),
    incremental: settings.flag('incremental'),
    smart: true,
    autoLayout: false,
    headingLevels: 'written',
    backgrounds: 'written',
    ...own,
  });
}

/** A title is plain text, also in the bar of the window. */
function withoutShortcodes(title: string | undefined): string | undefined {
  return title?.replace(/\s*\{\{<[^\n]*?>\}\}/g, '').trim();
}

function listOf(texts: readonly string[]): string | readonly string[] | undefined {
  const words = texts.map((text) => oneLine(text.replaceAll(',', ' '))).filter(Boolean);
  return words.length > 1 ? words : words[0];
}

/** Pixels: other units have no counterpart. */
function sizeOf(settings: Settings): string | undefined {
  const sides = [settings.text('width'), settings.text('height')].map(Number);
  return sides.every(isSlideSide) ? sides.map(Math.round).join('x') : undefined;
}

function numbersOf(settings: Settings): YamlValue | undefined {
  const written = settings.text('slide-number', 'slideNumber');
  if (written === undefined) return undefined;
  return /^c\/t$|^h\.?v?\/t/.test(written) ? 'n/total' : written !== 'false';
}
