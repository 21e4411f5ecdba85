import type { PropertyUse } from '../../model/custom-properties.ts';

/** The custom properties without whose value a value of CSS has none: `var(--name)`, each once. */
export function neededProperties(css: string): readonly string[] {
  if (!css.includes('--')) return [];
  return [
    ...new Set(Array.from(css.matchAll(/var\(\s*(--[\w-]+)\s*\)/gi), ([, name = '']) => name)),
  ];
}

/** All names like those of custom properties. */
export function propertyNames(css: string): readonly string[] {
  return css.match(/(?<![\w-])--[a-z][\w-]*/gi) ?? [];
}

/** The custom properties in declarations of CSS. @param locate the span of a name */
export function findPropertyUses(
  css: string,
  locate: (name: string) => PropertyUse['span'],
): readonly PropertyUse[] {
  if (!css.includes('--')) return [];
  const code = css.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, ' ');
  const needed = neededProperties(code);
  const set = Array.from(code.matchAll(/(?:^|;)\s*(--[\w-]+)\s*:/g), ([, name = '']) => name);
  const optional = propertyNames(code).filter(
    (name) => !needed.includes(name) && !set.includes(name),
  );
  const use = (kind: PropertyUse['kind']) => (name: string) => ({ name, kind, span: locate(name) });
  return [...set.map(use('set')), ...needed.map(use('needed')), ...optional.map(use('optional'))];
}
