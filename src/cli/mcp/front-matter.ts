import { findFrontMatter } from '../../1-load/find-front-matter.ts';
import { Report } from '../../base/diagnostics/report.ts';
import type { TextFile } from '../../model/source.ts';
import { versionOf } from './deck-slides.ts';

/** The front matter of a deck, which tools call slide 0. */
interface FrontMatterText {
  /** YAML, without the dashes around it. */
  readonly yaml: string;
  readonly version: string;
}

export function readFrontMatterOf(file: TextFile): FrontMatterText {
  const found = findFrontMatter(file, new Report());
  const yaml = found ? file.text.slice(found.start, found.end).trim() : '';
  return { yaml, version: versionOf(yaml) };
}

/** The text of a deck with another front matter. @param yaml with or without dashes around it */
export function withFrontMatter(file: TextFile, yaml: string): string {
  const found = findFrontMatter(file, new Report());
  const plain = yaml
    .trim()
    .replace(/^---[ \t]*\n/, '')
    .replace(/\n---[ \t]*$/, '')
    .trim();
  const body = file.text.slice(found?.bodyStart ?? 0).replace(/^\s*\n/, '');
  return `---\n${plain}\n---\n\n${body}`;
}

/** The text of a deck in another theme. */
export function withTheme(file: TextFile, theme: string): string {
  const { yaml } = readFrontMatterOf(file);
  const line = `theme: ${JSON.stringify(theme)}`;
  const others = yaml.split('\n').filter((each) => !/^theme[ \t]*:/.test(each));
  return withFrontMatter(file, [line, ...others].join('\n'));
}
