import path from 'node:path';
import { Report } from '../base/diagnostics/report.ts';
import { findRoot } from '../base/files/project-root.ts';
import { Inputs } from '../base/inputs.ts';
import type { BuildOptions, DeckSource, TextFile } from '../model/source.ts';
import { readConfig } from './config/config.ts';
import { detectTool } from './dialects/detect/detect.ts';
import { Project } from './dialects/project.ts';
import { tidy } from './dialects/tidy.ts';
import { loadDeck } from './load.ts';

/** A deck of another tool in Lectern's Markdown, as files that can be read and edited. */
export interface ConvertedDeck {
  readonly deck: TextFile;
  /** The files with slides that it includes. */
  readonly included: readonly TextFile[];
}

/** Reads a deck as `loadDeck` does, but its translated text without what edits leave behind. */
export function loadTidyDeck(
  deckFile: string,
  options: BuildOptions,
  inputs: Inputs,
  report: Report,
): Promise<DeckSource | undefined> {
  return loadDeck(deckFile, options, inputs, report, tidy);
}

/** The translated files of a deck. */
export function convertedDeck({ file, slides }: DeckSource): ConvertedDeck {
  // A file that is included twice is translated twice.
  const files = new Map(slides.map((slide) => [slide.file.realPath, slide.file]));
  files.delete(file.realPath);
  const changed = [...files.values()].filter(({ origins, text }) => text !== origins?.author.text);
  return { deck: file, included: changed };
}

/**
 * A text with `dialect: lectern` in its front matter if it would be taken for a deck of another tool.
 *
 * @param file where the deck will be: an absolute path
 */
export function withDialect(text: string, file: string, options: BuildOptions): string {
  const { cwd } = options;
  const place = { cwd, root: findRoot(file, cwd) };
  const deck = { path: path.basename(file), realPath: file, text };
  const { dialect } = readConfig({ ...place, deck: file }, new Report());
  const tool =
    dialect ?? detectTool(deck, new Project(deck, { ...options, ...place }, new Inputs())).tool;
  if (tool === 'lectern') return text;
  const key = 'dialect: lectern\n';
  return text.startsWith('---\n') ? `---\n${key}${text.slice(4)}` : `---\n${key}---\n\n${text}`;
}
