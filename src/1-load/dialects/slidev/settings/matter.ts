import type { Report } from '../../../../base/diagnostics/report.ts';
import { spanAt } from '../../../../base/span.ts';
import { parseYaml, type YamlEntry } from '../../../../base/yaml/yaml.ts';
import type { TextFile } from '../../../../model/source.ts';
import { frontMatterReport } from '../../shared/front-matter-report.ts';
import type { SlidevSlide } from '../slides.ts';

/** The front matter of a slide, by its keys. */
export class Matter {
  readonly #entries: ReadonlyMap<string, YamlEntry>;

  constructor(entries: readonly YamlEntry[] = []) {
    this.#entries = new Map(entries.map((entry) => [entry.key, entry]));
  }

  get entries(): readonly YamlEntry[] {
    return [...this.#entries.values()];
  }

  get(key: string): YamlEntry | undefined {
    return this.#entries.get(key);
  }

  /** A single value as it was written, if it is not empty. */
  text(key: string): string | undefined {
    const { source, value } = this.get(key) ?? {};
    return source === undefined || source === '' || value === null ? undefined : source;
  }

  /** A text, or a list of them, joined by spaces. */
  words(key: string): string | undefined {
    const entry = this.get(key);
    const items = entry?.items.flatMap(({ source }) => source ?? []) ?? [];
    return entry && items.length > 0 ? items.join(' ') : this.text(key);
  }

  isTrue(key: string): boolean {
    return this.get(key)?.value === true;
  }

  number(key: string): number | undefined {
    const value = Number(this.text(key) ?? Number.NaN);
    return Number.isFinite(value) ? value : undefined;
  }

  /** The mapping or list that is the value of a key. */
  inner(key: string): Matter {
    return new Matter(this.get(key)?.items);
  }

  /** This one, with the keys of another one that it does not have. */
  with(defaults: Matter): Matter {
    return new Matter([...defaults.entries, ...this.entries]);
  }
}

/** Reads the front matter of a slide. */
export function readMatter(author: TextFile, slide: SlidevSlide, report: Report): Matter {
  const { matter } = slide;
  if (!matter) return new Matter();
  const text = author.text.slice(matter.start, matter.end);
  if (text.trim() === '') return new Matter();
  const locate = (offset: number, length: number) => spanAt(author, matter.start + offset, length);
  return new Matter(parseYaml(text, locate, frontMatterReport(report)));
}
