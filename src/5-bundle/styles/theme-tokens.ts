import type { Container } from 'postcss';
import { type Color, mixColors, parseColor } from '../../base/color/color.ts';

/** The tokens that a theme sets on `:root`, as written, by their names. */
export type ThemeTokens = ReadonlyMap<string, string>;

/** Reads the tokens of an ordinary slide on screen; later declarations win. */
export function readTokens(sheet: Container): ThemeTokens {
  const tokens = new Map<string, string>();
  sheet.each((rule) => {
    // Layers are in their order, and before what is in none.
    if (rule.type === 'atrule' && rule.name === 'layer' && rule.nodes) {
      for (const [name, value] of readTokens(rule)) tokens.set(name, value);
    }
    if (rule.type !== 'rule' || !rule.selectors.includes(':root')) return;
    rule.each((node) => {
      if (node.type === 'decl' && node.prop.startsWith('--')) tokens.set(node.prop, node.value);
    });
  });
  return tokens;
}

/** All tokens that a style sheet sets, on any element, in source order: name and value. */
export function declaredTokens(css: string): readonly (readonly [name: string, value: string])[] {
  const declarations = css.matchAll(/(--[\w-]+):\s*([^;{}]*)/g);
  return Array.from(declarations, ([, name = '', value = '']) => [name, value.trim()]);
}

/** The values that the rules give to one token; the last one counts. */
export function tokenValues(css: string, name: string): readonly string[] {
  return declaredTokens(css).flatMap(([other, value]) => (other === name ? [value] : []));
}

/** Tokens may refer to other tokens; the limit breaks cycles. */
const maxDepth = 16;

/** The color of a CSS value; `undefined` if only a browser can compute it. */
export function resolveColor(css: string, tokens: ThemeTokens, depth = 0): Color | undefined {
  const value = css.trim();
  const [, name = '', fallback] = /^var\(\s*(--[\w-]+)\s*(?:,([\s\S]*))?\)$/.exec(value) ?? [];
  if (depth > maxDepth) return undefined;
  if (name !== '') {
    const next = tokens.get(name) ?? fallback;
    return next === undefined ? undefined : resolveColor(next, tokens, depth + 1);
  }
  const [, first, share, second] =
    /^color-mix\(\s*in oklab\s*,(.+?)\s([\d.]+)%\s*,(.+)\)$/s.exec(value) ?? [];
  if (first === undefined || second === undefined) return parseColor(value);
  const [a, b] = [first, second].map((part) => resolveColor(part, tokens, depth + 1));
  return a && b && mixColors(a, b, Number(share) / 100);
}
