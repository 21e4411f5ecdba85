import { isUrl } from '../../../base/files/locate-file.ts';
import type { TranslationContext } from '../translation.ts';
import { type Directives, textValue } from './loose-yaml.ts';
import type { Settings } from './settings.ts';

/** The front matter of the deck in Lectern. @param common what its slides have in common */
export function deckSettings(
  global: Directives,
  common: Settings,
  _context: TranslationContext,
): Settings {
  const text = (name: string) => textValue(global.get(name)) || undefined;
  const image = text('image');
  return {
    title: text('title'),
    author: text('author'),
    description: text('description'),
    keywords: text('keywords'),
    image: image !== undefined && isUrl(image) ? image : undefined,
    lang: text('lang'),
    theme: themeOf(text('theme')),
    ...sizeOf(text('size')),
    autoLayout: false,
    headingLevels: 'written',
    ...withoutFalse(common),
  };
}

/** A theme of ours that is like one of Marp. */
function themeOf(name = 'default'): string {
  return ['default', 'gaia', 'uncover'].includes(name) ? `marp/${name}` : 'marp/default';
}

function sizeOf(size: string | undefined): Settings {
  return size === '4:3' ? { ratio: '4:3' } : {};
}

/** A deck without a header or footer does not name it. */
function withoutFalse(settings: Settings): Settings {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== false));
}
