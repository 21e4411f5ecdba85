import { tokenValues } from '../styles/theme-tokens.ts';

const nameToken = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[^,]+/g;

/** The families of a token such as `--font-text`, as the style rules set it last; what they refer to put in. */
export function readStack(role: string, css: string, depth = 0): readonly string[] {
  const value = tokenValues(css, `--font-${role}`).at(-1) ?? '';
  const names = (value.match(nameToken) ?? []).map((name) => name.trim()).filter(Boolean);
  return names.flatMap((name) => {
    const [, other] = /^var\(--font-([a-z]+)\)$/.exec(name) ?? [];
    return other !== undefined && depth < 3 ? readStack(other, css, depth + 1) : [name];
  });
}

export function writeStack(families: readonly string[]): string {
  return families.join(',');
}

/** A family's name as names are compared: without quotes, in lower case. */
export function familyName(written: string): string {
  return written
    .trim()
    .replace(/^["']|["']$/g, '')
    .toLowerCase();
}

/** Whether rules name a family elsewhere than in the tokens of fonts. */
export function isMentioned(family: string, css: string): boolean {
  return css
    .replace(/--font-(?:text|heading|mono):[^;}]*/g, '')
    .toLowerCase()
    .includes(family);
}
