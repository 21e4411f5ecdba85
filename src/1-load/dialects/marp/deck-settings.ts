import type { Token } from 'markdown-it';
import { isUrl } from '../../../base/files/locate-file.ts';
import type { TextFile } from '../../../model/source.ts';
import type { TranslationContext } from '../translation.ts';
import { type Directives, textValue } from './read/loose-yaml.ts';
import type { Settings } from './settings.ts';
import { type StyleText, translateStyle } from './style/style-texts.ts';
import { importsTailwind, loadsTailwind, tailwindRules } from './style/tailwind.ts';
import { type MarpTheme, readTheme } from './style/theme.ts';

/** What a deck says about itself. */
export interface DeckFacts {
  readonly global: Directives;
  /** One that is there. */
  readonly theme: string;
  /** What its slides have in common. */
  readonly common: Settings;
  /** Those of its `<style>` elements. */
  readonly styles: readonly StyleText[];
  /** Paths of style sheets with themes, or of folders with them. */
  readonly themes: readonly string[];
  readonly tokens: readonly Token[];
}

/** The front matter of the deck in Lectern. */
export function deckSettings(
  { global, theme: name, common, styles, themes, tokens }: DeckFacts,
  author: TextFile,
  context: TranslationContext,
): Settings {
  const text = (name: string) => textValue(global.get(name)) || undefined;
  const image = text('image');
  const theme = readTheme(name, themes, author, context);
  const own = text('style') ?? '';
  const start = Math.max(0, author.text.indexOf(own.split('\n', 1)[0] ?? ''));
  const style = { css: own, file: author, start };
  const rules = [style, ...styles].map((each) => translateStyle(each, author, context));
  const hasTailwind = theme.hasTailwind || importsTailwind(own) || loadsTailwind(tokens);
  const utilities = hasTailwind ? tailwindRules(tokens) : '';
  const css = [theme.css, utilities, ...rules.map((rule) => rule.css)].filter(Boolean).join('\n');
  const showsTotal = theme.showsTotal || rules.some((rule) => rule.showsTotal);
  return {
    title: text('title'),
    author: text('author'),
    description: text('description'),
    keywords: text('keywords'),
    image: image !== undefined && isUrl(image) ? image : undefined,
    lang: text('lang'),
    theme: theme.name,
    ...sizeOf(text('size'), theme),
    autoLayout: false,
    headingLevels: 'written',
    backgrounds: 'written',
    ...withoutFalse(common),
    ...(showsTotal && common.numbers === true && { numbers: 'n/total' }),
    css: css === '' ? undefined : css,
  };
}

function sizeOf(name: string | undefined, theme: MarpTheme): Settings {
  const size = (name === undefined ? undefined : theme.sizes.get(name)) ?? theme.size;
  if (size !== undefined && size !== '1280x720') return { size };
  return name === '4:3' ? { ratio: '4:3' } : {};
}

/** A deck without a header or footer does not name it. */
function withoutFalse(settings: Settings): Settings {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== false));
}
