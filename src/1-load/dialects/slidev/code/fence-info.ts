import { objectOf } from '../literal.ts';

/** What follows the marks of a code block: `ts {1|2-3|all}{at:2, lines:true} [file.ts]`. */
export interface SlidevInfo {
  readonly language: string;
  readonly title: string;
  /** The lines that are highlighted, a step each. */
  readonly ranges: readonly string[];
  readonly options: ReadonlyMap<string, string>;
  /** Words such as `twoslash` and `magic-move`, and `monaco`. */
  readonly words: readonly string[];
}

/** Languages that are highlighted as another one. */
const languages: ReadonlyMap<string, string> = new Map([
  ...['vue', 'vue-html', 'svelte', 'astro'].map((name) => [name, 'html'] as const),
  ...['mdx', 'mdc'].map((name) => [name, 'md'] as const),
  ...['shellscript', 'zsh', 'fish'].map((name) => [name, 'sh'] as const),
  ...['ansi', 'txt', 'plain'].map((name) => [name, 'text'] as const),
  ['postcss', 'css'],
]);

export function readInfo(info: string): SlidevInfo {
  const language = /^[^\s{[]*/.exec(info)?.[0] ?? '';
  const rest = info.slice(language.length);
  const lists = [...rest.matchAll(/\{([^{}]*)\}/g)].map(([, inner = '']) => inner.trim());
  const words = rest
    .replace(/\{[^{}]*\}|\[[^\]]*\]/g, ' ')
    .split(/\s+/)
    .filter(Boolean);
  const ranges = lists.find(
    (list) => /^(?=.*(?:\d|\*|all|none|hide))[\w*,|\s-]+$/.test(list) && !/^monaco/.test(list),
  );
  const options = new Map<string, string>();
  for (const list of lists.filter((each) => each.includes(':'))) {
    for (const [key, value] of objectOf(`{${list}}`)) options.set(key, value);
    for (const [, key = '', value = ''] of list.matchAll(/(\w+)\s*:\s*(['"][+-]\d+['"])/g))
      options.set(key, value);
  }
  return {
    language: languages.get(language) ?? language,
    title: /\[([^\]]*)\]/.exec(rest)?.[1] ?? '',
    ranges: ranges === undefined ? [] : ranges.split('|').map((range) => range.trim()),
    options,
    words: [...words, ...lists.filter((list) => /^monaco/.test(list))],
  };
}

/** Line numbers and ranges of a block, as far as it has these lines. @param first the number of its first line */
export function rangeOf(range: string, first: number, count: number): string {
  if (range === '*' || range === 'all' || range === '') return 'all';
  if (range === 'none' || range === 'hide') return range;
  const parts = range.split(',').flatMap((part) => {
    const [, from, to] = /^\s*(\d+)(?:-(\d+|\*))?\s*$/.exec(part) ?? [];
    if (from === undefined) return part.trim() === '*' ? [`1-${count}`] : [];
    const start = Math.max(1, Number(from) - first + 1);
    const end = to === '*' ? count : Number(to ?? from) - first + 1;
    const last = Math.min(end, count);
    if (start > last) return [];
    return [start === last ? String(start) : `${start}-${last}`];
  });
  return parts.length > 0 ? parts.join(',') : 'none';
}
