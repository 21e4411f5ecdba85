import type { Report } from '../../../../base/diagnostics/report.ts';
import { spanAt } from '../../../../base/span.ts';
import { parseYaml, type YamlEntry } from '../../../../base/yaml/yaml.ts';
import type { TextFile } from '../../../../model/source.ts';
import { frontMatter } from '../../detect/deck-text.ts';
import { frontMatterReport } from '../../shared/front-matter-report.ts';

/** What a deck says about itself, and where its text begins. */
export interface Metadata {
  readonly entries: readonly YamlEntry[];
  readonly bodyStart: number;
  /** The title block of Pandoc: lines that begin with `%`. */
  readonly titleBlock: TitleBlock;
}

interface TitleBlock {
  readonly title?: string;
  readonly authors?: readonly string[];
  readonly date?: string;
}

export function readMetadata(author: TextFile, report: Report): Metadata {
  const { text } = author;
  const block = /^(?:%[^\n]*\n(?:[ \t]+\S[^\n]*\n)*){1,3}/.exec(text)?.[0];
  if (block !== undefined) {
    return { entries: [], bodyStart: block.length, titleBlock: readTitleBlock(block) };
  }
  const found = frontMatter.exec(text);
  const [start, end] = found?.indices?.[1] ?? [];
  const bodyStart = found?.[0].length ?? 0;
  if (start === undefined || end === undefined) return { entries: [], bodyStart, titleBlock: {} };
  const locate = (offset: number, length: number) => spanAt(author, start + offset, length);
  const written = text.slice(start, end + 1);
  const yaml = withoutTabs(written);
  if (yaml !== written) {
    const message = 'tabs as indentation are read as spaces, as Pandoc does';
    report.add(
      'dialect-settings',
      locate(written.search(/^\t/m), 1),
      message,
      'write spaces: YAML has no tabs',
    );
  }
  const entries = parseYaml(yaml, locate, frontMatterReport(report));
  return { entries: entries ?? [], bodyStart, titleBlock: {} };
}

/** YAML with a space for each tab at the beginning of a line, if no other line is indented by spaces. */
function withoutTabs(yaml: string): string {
  if (/^ /m.test(yaml) || /^\t+ /m.test(yaml)) return yaml;
  return yaml.replace(/^\t+/gm, (tabs) => ' '.repeat(tabs.length));
}

function readTitleBlock(block: string): TitleBlock {
  const [title, authors, date] = block
    .split(/^%/m)
    .slice(1)
    .map((part) => part.replace(/\s+$/, '').trim());
  const names = authors?.split(/;|\n/).map((name) => name.trim());
  return {
    ...(title && { title: title.replace(/\s+/g, ' ') }),
    ...(names && { authors: names.filter((name) => name !== '') }),
    ...(date && { date }),
  };
}

/** The values of front matter by key: of the format `revealjs` first, then at the top, then of other files. */
export class Settings {
  readonly #layers: readonly (readonly YamlEntry[])[];

  /** @param more of files around the deck, the nearest first */
  constructor(entries: readonly YamlEntry[], more: readonly (readonly YamlEntry[])[] = []) {
    this.#layers = [entries, ...more].flatMap((layer) => {
      const format = layer.find(({ key }) => key === 'format')?.items ?? [];
      const own = format.filter(({ key }) => /(?:^|-|\+)revealjs$/.test(key));
      return [...own.map(({ items }) => items), layer];
    });
  }

  entry(...keys: readonly string[]): YamlEntry | undefined {
    for (const layer of this.#layers) {
      const found = layer.find(({ key }) => keys.includes(key));
      if (found) return found;
    }
    return undefined;
  }

  /** A value in a group, such as `echo` in `execute`, of the first layer that has it. */
  inGroup(group: string, key: string): YamlEntry | undefined {
    for (const layer of this.#layers) {
      const items = layer.find((entry) => entry.key === group)?.items;
      const found = items?.find((item) => item.key === key);
      if (found) return found;
    }
    return undefined;
  }

  /** A single value as it is written. */
  text(...keys: readonly string[]): string | undefined {
    const source = this.entry(...keys)?.source?.trim();
    return source === '' ? undefined : source;
  }

  flag(...keys: readonly string[]): boolean | undefined {
    const text = this.text(...keys)?.toLowerCase();
    if (text === undefined) return undefined;
    return (
      ['true', 'yes', 'on'].includes(text) || (!['false', 'no', 'off'].includes(text) && undefined)
    );
  }

  /** One text or a list of them. */
  texts(...keys: readonly string[]): readonly string[] {
    const entry = this.entry(...keys);
    if (!entry) return [];
    const items = entry.source === undefined ? entry.items : [entry];
    return items.flatMap((item) => nameOf(item));
  }
}

/** A text, or the `name` or `literal` of an author. */
function nameOf({ source, items }: YamlEntry): readonly string[] {
  if (source !== undefined) return [source.trim()];
  for (const key of ['name', 'literal', 'text', 'path']) {
    const found = items.find((item) => item.key === key);
    if (found) return nameOf(found);
  }
  const [given, family] = ['given', 'family'].map(
    (key) => items.find((item) => item.key === key)?.source,
  );
  return family === undefined ? [] : [[given, family].filter(Boolean).join(' ')];
}
