import { decodeUri } from '../../../base/text/decode-uri.ts';

const generic =
  /(?:^|[\s,])(?:(?:sans-)?serif|monospace|cursive|fantasy|system-ui|ui-[\w-]+|math|emoji|inherit|initial|unset|revert(?:-layer)?)\s*$|var\(/i;

/**
 * A list of font families that ends in one that every browser has, as those of the web are not in a deck: without
 * it, browsers show text in Times.
 */
export function withGenericFamily(families: string): string {
  const value = families.trim();
  if (value === '' || generic.test(value)) return families;
  return `${value}, ${genericLike(value)}`;
}

function genericLike(families: string): string {
  if (/mono|code\b|consol|courier|menlo|typewriter/i.test(families)) return 'monospace';
  if (/sans/i.test(families)) return 'sans-serif';
  const isSerif =
    /serif|times|georgia|garamond|playfair|merriweather|lora\b|mincho|song|slab|roman/i;
  return isSerif.test(families) ? 'serif' : 'sans-serif';
}

/** The packages with the fonts of an address of Google Fonts: `?family=Noto+Sans+JP:wght@400`. */
export function fontPackages(address: string): readonly string[] {
  if (!/^(?:https?:)?\/\/fonts\.(?:googleapis|bunny)\./i.test(address)) return [];
  const names = [...address.matchAll(/[?&]family=([^&]+)/g)].flatMap(([, value = '']) =>
    value.split('|').map((name) => decodeUri((name.split(':', 1)[0] ?? '').replaceAll('+', ' '))),
  );
  return names.filter((name) => /^[\w ]+$/.test(name)).map(packageOf);
}

function packageOf(name: string): string {
  return `@fontsource/${name.trim().toLowerCase().replace(/\s+/g, '-')}`;
}
