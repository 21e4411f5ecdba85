import { isUrl } from '../../../../base/files/locate-file.ts';
import { isSlideSide } from '../../../../base/slide-side.ts';
import { frontMatter as matterPattern } from '../../detect/deck-text.ts';
import { markerFor } from '../../origin-mark.ts';
import { readRevealTransition, revealThemes } from '../../shared/reveal-names.ts';
import { unusedOptions } from '../../shared/reveal-unused.ts';
import type { Settings } from '../../shared/settings-files.ts';
import { type YamlValue, yamlText } from '../../yaml-text.ts';
import type { DeckTranslation } from '../translation-state.ts';
import { looksOf } from './looks.ts';
import { settingOf, textOf } from './settings.ts';
import { styleSheets, themeOf } from './styles.ts';

/** Keys whose values are the same in Lectern. */
const kept = ['title', 'subtitle', 'date', 'lang', 'description'] as const;

/** Settings that would run code. */
const programs = ['scripts', 'preprocessor', 'plugins', 'dependencies', 'externalPlugins'];

/** The front matter of the deck in Lectern. */
export function writeFrontMatter(deck: DeckTranslation): string {
  const { css } = deck;
  const { sources, program } = deck.settings;
  reportPrograms(deck);
  reportUnused(deck);
  const number = settingOf(sources, 'slideNumber') ?? settingOf(sources, 'showSlideNumber');
  const looks = looksOf(settingOf(sources, 'center') !== false, textOf(sources, 'highlightTheme'));
  const rules = [looks, css].filter(Boolean).join('\n\n');
  const settings: Record<string, YamlValue | undefined> = {
    ...Object.fromEntries(kept.map((key) => [key, scalarOf(settingOf(sources, key))])),
    author: authorOf(sources),
    ...themeAndStyles(deck),
    autoLayout: false,
    headingLevels: 'written',
    backgrounds: 'written',
    size: sizeOf(sources),
    transition:
      readRevealTransition(textOf(sources, 'transition') ?? textOf(sources, 'defaultTransition')) ??
      'slide',
    numbers: numbersOf(number ?? program === 'reveal-md'),
    dir: settingOf(sources, 'rtl') === true ? 'rtl' : undefined,
    incremental: animatesLists(sources) ? true : undefined,
    logo: logoOf(deck),
    time: timeOf(sources),
    css: rules === '' ? undefined : rules,
  };
  const { text } = deck.author;
  const end = frontMatterEnd(text);
  return `---\n${yamlText(settings, markerFor(text, 0, end))}---`;
}

function frontMatterEnd(text: string): number {
  return matterPattern.exec(text)?.[0].length ?? 0;
}

function scalarOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

function authorOf(sources: readonly Settings[]): YamlValue | undefined {
  const value = settingOf(sources, 'author') ?? settingOf(sources, 'authors');
  return Array.isArray(value) ? value.map(String) : scalarOf(value);
}

function themeAndStyles(deck: DeckTranslation) {
  const name = themeOf(deck);
  const styles = styleSheets(deck).flatMap((sheet) => styleSheet(sheet, deck));
  return {
    theme: `revealjs/${revealThemes.has(name) ? name : 'black'}`,
    styles: styles.length > 0 ? styles : undefined,
  };
}

function styleSheet(sheet: string, deck: DeckTranslation): readonly string[] {
  const found = isUrl(sheet) ? undefined : deck.find(sheet);
  if (found !== undefined) return [found];
  const message = isUrl(sheet)
    ? 'a style sheet on the web is not used: a deck loads nothing'
    : `the style sheet "${sheet}" is not used: there is no such file`;
  const hint = isUrl(sheet) ? 'save it next to the deck, and name that file' : 'check its path';
  deck.unusedSetting('css', message, hint);
  return [];
}

/** Slides of reveal.js have 960 × 700 pixels. */
function sizeOf(sources: readonly Settings[]): string {
  const side = (key: string, usual: number): number => {
    const value = Number(settingOf(sources, key) ?? usual);
    return isSlideSide(value) ? Math.round(value) : usual;
  };
  return `${side('width', 960)}x${side('height', 700)}`;
}

function numbersOf(value: unknown): YamlValue | undefined {
  if (value === false || value === undefined || value === null || value === 'false')
    return undefined;
  return typeof value === 'string' && /\/t/.test(value) ? 'n/total' : true;
}

function animatesLists(sources: readonly Settings[]): boolean {
  const options = settingOf(sources, 'markdown');
  return options instanceof Map && options.get('animateLists') === true;
}

function logoOf(deck: DeckTranslation): string | undefined {
  const logo = textOf(deck.settings.sources, 'logoImg');
  return logo === undefined ? undefined : deck.find(logo);
}

function timeOf(sources: readonly Settings[]): string | undefined {
  const seconds = Number(settingOf(sources, 'totalTime') ?? 0);
  return seconds > 0 ? `${Math.round(seconds)}s` : undefined;
}

function reportUnused(deck: DeckTranslation): void {
  const { sources } = deck.settings;
  const textFor = (name: string) => scalarOf(settingOf(sources, name)) ?? flagOf(sources, name);
  for (const [name, message] of unusedOptions(textFor)) deck.unusedSetting(name, message);
  const transition = textOf(sources, 'transition');
  if (transition !== undefined && readRevealTransition(transition) === undefined) {
    const message = `"${transition}" is no transition of reveal.js: "slide" stands in for it`;
    deck.unusedSetting('transition', message);
  }
  for (const key of ['width', 'height']) {
    const value = settingOf(sources, key);
    if (value === undefined || Number(value) >= 200) continue;
    deck.unusedSetting(key, `a slide has a size in pixels: this "${key}" is not used`);
  }
}

function flagOf(sources: readonly Settings[], name: string): string | undefined {
  return settingOf(sources, name) === true ? 'true' : undefined;
}

function reportPrograms(deck: DeckTranslation): void {
  for (const key of programs) {
    const value = settingOf(deck.settings.sources, key);
    if (value === undefined || value === null || (Array.isArray(value) && value.length === 0))
      continue;
    const message = `"${key}" is not used: a deck runs no code when it is built`;
    deck.unusedSetting(key, message);
  }
}
