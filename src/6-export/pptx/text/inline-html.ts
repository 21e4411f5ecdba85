import type { RunStyle } from './paragraph.ts';

/** An element of the author's HTML that is open. */
interface OpenElement {
  readonly tag: string;
  readonly style: RunStyle;
}

const styles: Readonly<Record<string, RunStyle>> = {
  b: { bold: true },
  strong: { bold: true },
  i: { italic: true },
  em: { italic: true },
  cite: { italic: true },
  u: { underline: true },
  ins: { underline: true },
  s: { strike: true },
  del: { strike: true },
  sub: { place: 'sub' },
  sup: { place: 'super' },
  mark: { highlight: 'color-mix(in oklab, var(--color-accent) 18%, var(--color-background))' },
  code: { font: 'mono', scale: 0.9 },
  kbd: { font: 'mono', scale: 0.9 },
  samp: { font: 'mono', scale: 0.9 },
  small: { scale: 0.75, color: '--color-muted' },
};

/** The elements that are open after a tag. */
export function applyTag(tag: string, open: readonly OpenElement[]): readonly OpenElement[] {
  const [, slash = '', written = ''] = /^<(\/?)([a-z][\w-]*)/i.exec(tag) ?? [];
  const name = written.toLowerCase();
  if (slash !== '') {
    const index = open.findLastIndex((each) => each.tag === name);
    return index < 0 ? open : open.toSpliced(index, 1);
  }
  const style = { ...styles[name], ...colorIn(tag), ...linkIn(name, tag) };
  const isVoid = /^(?:img|br|hr|input|wbr|source|$)/.test(name) || tag.endsWith('/>');
  return isVoid ? open : [...open, { tag: name, style }];
}

function colorIn(tag: string): RunStyle {
  const [, style = ''] = /\bstyle\s*=\s*"([^"]*)"/i.exec(tag) ?? [];
  const color = /(?:^|;)\s*color\s*:\s*([^;]+)/.exec(style)?.[1];
  return color === undefined ? {} : { color: color.trim() };
}

function linkIn(name: string, tag: string): RunStyle {
  const [, href] = /\bhref\s*=\s*"(https?:[^"]*|mailto:[^"]*)"/i.exec(tag) ?? [];
  if (name !== 'a' || href === undefined) return {};
  return { link: { kind: 'web', address: href.replaceAll('&amp;', '&') } };
}
