import { type Directives, readLooseYaml } from './loose-yaml.ts';

/** The front matter of a Marp deck. */
export interface MarpFrontMatter {
  readonly directives: Directives;
  /** Where the first slide begins. */
  readonly bodyStart: number;
  /** The range of YAML that cannot be read. */
  readonly broken?: { readonly start: number; readonly end: number };
}

export function readFrontMatter(text: string): MarpFrontMatter {
  const opened = /^(-{3,})[ \t]*\n/.exec(text);
  const dashes = opened?.[1] ?? '';
  const closing = opened && new RegExp(`^-{${dashes.length},}[ \\t]*(?:\\n|$)`, 'm');
  const start = opened?.[0].length ?? 0;
  const closed = closing?.exec(text.slice(start));
  if (!closed) return { directives: new Map(), bodyStart: 0 };
  const yaml = text.slice(start, start + closed.index);
  const directives = readLooseYaml(yaml);
  return {
    directives: directives ?? new Map(),
    bodyStart: start + closed.index + closed[0].length,
    ...(!directives && yaml.trim() !== '' && { broken: { start, end: start + closed.index } }),
  };
}
