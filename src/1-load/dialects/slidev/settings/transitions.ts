import type { YamlEntry } from '../../../../base/yaml/yaml.ts';

const names: readonly (readonly [RegExp, string])[] = [
  [/^none$/, 'none'],
  [/^slide|^push/, 'slide'],
  [/zoom|scale/, 'zoom'],
  [/^fade|view-transition|/, 'fade'],
];

/** The transition of Lectern for one of Slidev: `slide-left`, `slide-up | slide-down`, or an object of Vue. */
export function transitionOf(entry: YamlEntry | undefined): string | undefined {
  const source = entry?.source ?? entry?.items.find(({ key }) => key === 'name')?.source;
  if (entry === undefined || entry.value === null) return undefined;
  const first = source?.split('|')[0]?.trim() ?? 'fade';
  return names.find(([pattern]) => pattern.test(first))?.[1];
}
