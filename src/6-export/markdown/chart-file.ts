import type { ThemeTokens } from '../../5-bundle/styles/theme-tokens.ts';
import { escapeHtml } from '../../base/html.ts';

/** A drawing of a page as a file of its own, in the theme's colors and with the fonts of whoever shows it. */
export function svgFile(svg: string, tokens: ThemeTokens): string {
  const used = new Map<string, string>();
  collect(`${svg} var(--color-background)`, tokens, used);
  const values = [...used].map(([name, value]) => `${name}:${value}`).join(';');
  const style = `svg{${values};background:var(--color-background);font-family:system-ui,sans-serif}`;
  return svg.replace(
    /^<svg ([^>]*)>/,
    (_, attributes: string) =>
      `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}><style>${escapeHtml(style)}</style>`,
  );
}

/** The tokens that a text uses, and those that these use. */
function collect(text: string, tokens: ThemeTokens, used: Map<string, string>): void {
  for (const [, name = ''] of text.matchAll(/var\(\s*(--[\w-]+)/g)) {
    const value = tokens.get(name);
    if (value === undefined || used.has(name)) continue;
    used.set(name, value);
    collect(value, tokens, used);
  }
}
