import { type Directives, readLooseYaml } from './loose-yaml.ts';

/** The front matter of a Marp deck. */
export interface MarpFrontMatter {
  readonly directives: Directives;
  /** Where the first slide begins. */
  readonly bodyStart: number;
}

export function readFrontMatter(text: string): MarpFrontMatter {
  const opened = /^(-{3,})[ \t]*\n/.exec(text);
  const dashes = opened?.[1] ?? '';
  const closing = opened && new RegExp(`^${dashes}-*[ \\t]*(?:\\n|$)`, 'm');
  const start = opened?.[0].length ?? 0;
  const closed = closing?.exec(text.slice(start));
  if (!closed) return { directives: new Map(), bodyStart: 0 };
  const yaml = text.slice(start, start + closed.index);
  return {
    directives: readLooseYaml(yaml) ?? new Map(),
    bodyStart: start + closed.index + closed[0].length,
  };
}
