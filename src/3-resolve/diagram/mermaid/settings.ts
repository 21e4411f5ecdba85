import { parse } from 'yaml';
import { ownValue } from '../../../base/own-value.ts';

/** A setting that cannot be read, at a place in the author's text. */
interface SettingsProblem {
  readonly start: number;
  readonly length: number;
}

/** What the front matter of a diagram and its `%%{init: …}%%` set. */
export interface Settings {
  readonly title?: string;
  /** Mermaid's configuration: directives overrule the front matter. */
  readonly config: Config;
  readonly problems: readonly SettingsProblem[];
}

export interface Config {
  readonly [key: string]: unknown;
}

interface Directive {
  /** What is in the braces. */
  readonly text: string;
  readonly start: number;
  readonly length: number;
}

export function readSettings(
  frontMatter: { readonly text: string; readonly indent: string },
  directives: readonly Directive[],
): Settings {
  const yaml = frontMatter.text.replaceAll(new RegExp(`^${frontMatter.indent}`, 'gm'), '');
  const head = readYaml(yaml);
  const { title, config: first, displayMode } = isConfig(head) ? head : {};
  const problems: SettingsProblem[] = [];
  if (head === unreadable) problems.push({ start: 0, length: 3 });
  let config = isConfig(first) ? first : {};
  // Mermaid reads this key of Gantt charts outside of `config`, too.
  if (typeof displayMode === 'string') config = merge(config, { gantt: { displayMode } });
  for (const { text, start, length } of directives) {
    const [, name = '', value = ''] = /^\s*(\w+)\s*:?([\s\S]*)$/.exec(text) ?? [];
    if (name === 'wrap') config = { ...config, wrap: true };
    if (name !== 'init' && name !== 'initialize') continue;
    const read = readYaml(value);
    if (isConfig(read)) config = merge(config, isConfig(read.config) ? read.config : read);
    else problems.push({ start, length });
  }
  const named = typeof title === 'string' || typeof title === 'number' ? String(title).trim() : '';
  return { config, problems, ...(named !== '' && { title: named }) };
}

/** The value at a path such as `flowchart.curve`. */
export function setting(config: Config, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (isConfig(value) ? value[key] : undefined), config);
}

const unreadable = Symbol('unreadable');

/** Reads YAML, or the JSON of a directive. */
function readYaml(text: string): unknown {
  try {
    return parse(text, { schema: 'core', logLevel: 'error', maxAliasCount: 0 });
  } catch {
    return unreadable;
  }
}

function isConfig(value: unknown): value is Config {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function merge(base: Config, more: Config): Config {
  const entries = Object.entries(more).map(([key, value]) => {
    const known = ownValue(base, key);
    return [key, isConfig(known) && isConfig(value) ? merge(known, value) : value] as const;
  });
  return { ...base, ...Object.fromEntries(entries) };
}
