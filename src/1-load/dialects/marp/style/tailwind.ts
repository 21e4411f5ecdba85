import type { Token } from 'markdown-it';
import { UtilityRules } from '../../shared/utilities/rules.ts';

/** Whether an address is that of Tailwind's style sheet or script. */
export function isTailwind(address: string): boolean {
  return /(?:^|[/.])tailwindcss(?=[@./]|$)/.test(address);
}

/** Whether rules import Tailwind's. */
export function importsTailwind(css: string): boolean {
  return [...css.matchAll(/@import\s+(?:url\(\s*)?["']?([^\s"');]+)/gi)].some(([, address = '']) =>
    isTailwind(address),
  );
}

/** Whether a style element or a script in the deck loads Tailwind. */
export function loadsTailwind(tokens: readonly Token[]): boolean {
  return (
    tokens.some(({ type, content }) => type === 'style' && importsTailwind(content)) ||
    htmlIn(tokens).some((html) =>
      [...html.matchAll(/<script\b[^>]*?\ssrc=["']?([^\s"'>]+)/gi)].some(([, address = '']) =>
        isTailwind(address),
      ),
    )
  );
}

/** The rules of those of Tailwind's classes that the HTML of a deck has: `grid grid-cols-2` are two columns. */
export function tailwindRules(tokens: readonly Token[]): string {
  const rules = new UtilityRules(false);
  for (const html of htmlIn(tokens)) {
    for (const [, names = ''] of html.matchAll(/\sclass=["']([^"']*)["']/gi)) {
      rules.use(names.split(/\s+/).filter(Boolean));
    }
  }
  return rules.css;
}

function htmlIn(tokens: readonly Token[]): readonly string[] {
  return tokens
    .flatMap((token) => [token, ...(token.children ?? [])])
    .filter(({ type }) => type === 'html_block' || type === 'html_inline')
    .map(({ content }) => content);
}
