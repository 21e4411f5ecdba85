import { reportFor } from '../../base/diagnostics/foreign-report.ts';
import type { Report } from '../../base/diagnostics/report.ts';
import type { Inputs } from '../../base/inputs.ts';
import { spanAt } from '../../base/span.ts';
import { type BuildOptions, type Dialect, dialects, type TextFile } from '../../model/source.ts';
import { findDeepNesting } from '../lexing/nesting-limit.ts';
import { frontMatter } from './detect/deck-text.ts';
import { detectTool } from './detect/detect.ts';
import { type Evidence, toolNames } from './detect/tool.ts';
import { inLimits } from './limits.ts';
import { Project } from './project.ts';
import type { Translate } from './translation.ts';

/** Load what translating a deck needs. */
const translators: Readonly<
  Record<Exclude<Dialect, 'lectern'>, (author: TextFile) => Promise<Translate>>
> = {
  marp: async () => (await import('./marp/translate.ts')).translateMarp,
  pandoc: async (author) => (await import('./pandoc/translate.ts')).loadPandoc(author),
  quarto: async (author) => (await import('./quarto/translate.ts')).loadQuarto(author),
  reveal: async () => (await import('./reveal/translate.ts')).translateReveal,
  slidev: async () => (await import('./slidev/translate.ts')).translateSlidev,
};

/** A deck as Lectern's Markdown. */
export interface TranslatedDeck {
  readonly dialect: Dialect;
  readonly file: TextFile;
  /** For the files that it includes. */
  readonly translate: (included: TextFile) => TextFile;
}

/** A deck in Lectern's own Markdown. */
export function lecternDeck(file: TextFile): TranslatedDeck {
  return { dialect: 'lectern', file, translate: (included) => included };
}

/**
 * Translates a deck that was written for another tool. The command line, its front matter and the settings of its
 * folder decide which one that is, or else what the deck and its project contain; then a note says so.
 *
 * @param ofFolder the dialect in the settings of its folder
 */
export async function readDialect(
  author: TextFile,
  ofFolder: Dialect | undefined,
  options: BuildOptions,
  inputs: Inputs,
  report: Report,
): Promise<TranslatedDeck> {
  const project = new Project(author, options, inputs);
  const said = options.dialect ?? dialectKey(author.text) ?? ofFolder;
  const dialect = said ?? found(author, project, report);
  if (dialect === 'lectern') return lecternDeck(author);
  const translate = await translators[dialect](author);
  const context = { project, report: reportFor(dialect, report) };
  // A text that cannot be translated stays as it is: there is no deck then. The lexer reports deep nesting.
  const read = (file: TextFile, isIncluded: boolean): TextFile =>
    findDeepNesting(file.text) !== undefined
      ? file
      : (inLimits(file, report, () => translate(file, { ...context, isIncluded })) ?? file);
  return {
    dialect,
    file: read(author, false),
    translate: (included) => read(included, true),
  };
}

/** The `dialect` in the front matter. */
function dialectKey(text: string): Dialect | undefined {
  const [, matter = ''] = frontMatter.exec(text) ?? [];
  const [, name] = /^dialect[ \t]*:[ \t]*["']?(\w+)["']?[ \t]*(?:#.*)?$/m.exec(matter) ?? [];
  return dialects.find((dialect) => dialect === name);
}

function found(author: TextFile, project: Project, report: Report): Dialect {
  const own: Evidence = { tool: 'lectern', reason: '' };
  const { tool, reason } = inLimits(author, report, () => detectTool(author, project)) ?? own;
  const dialect = dialects.find((name) => name === tool);
  if (tool === 'lectern' || dialect === undefined) return 'lectern';
  // There is nothing to decide about a name that only decks of one tool have.
  if (author.path.endsWith('.qmd')) return dialect;
  const message = `read as a deck of ${toolNames[tool]}: ${reason}`;
  const hint = 'if it is not, write "dialect: lectern" into its front matter';
  report.add('dialect-read', spanAt(author, 0, 1), message, hint);
  return dialect;
}
