import postcss from 'postcss';
import { readTokens, type ThemeTokens } from './theme-tokens.ts';

/** Reads the tokens in the style sheets of a page. */
export function parseTokens(css: string): ThemeTokens {
  return readTokens(postcss.parse(css));
}
