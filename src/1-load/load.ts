import path from 'node:path';
import { reportFor, reportOnText } from '../base/diagnostics/foreign-report.ts';
import type { Report } from '../base/diagnostics/report.ts';
import { locateDeck, reportPrivateKey } from '../base/files/locate-file.ts';
import { fileReader, readSource } from '../base/files/text-file.ts';
import type { Inputs } from '../base/inputs.ts';
import { noMemo } from '../base/memo/memo.ts';
import { spanAt, spanOfFile } from '../base/span.ts';
import { formatPath } from '../base/units.ts';
import { parseYaml } from '../base/yaml/yaml.ts';
import type { AssetRef, BuildOptions, DeckSource, TextFile } from '../model/source.ts';
import { readConfig } from './config/config.ts';
import { dataReader } from './data/data-reader.ts';
import { readDialect, type TranslatedDeck } from './dialects/read-dialect.ts';
import { findFrontMatter } from './find-front-matter.ts';
import { readFrontMatter } from './front-matter.ts';
import { readSlides } from './include.ts';
import { lookForTemplate } from './template/look-for-template.ts';
import { type NamedTheme, resolveTheme } from './theme.ts';

/**
 * Reads a deck's front matter and its slides, those of included files as well.
 *
 * @param deckFile path of a Markdown file, absolute or from `options.cwd`
 * @param change of each translated file; it keeps its origins
 * @returns `undefined` if the deck cannot be read; the report says why
 */
export async function loadDeck(
  deckFile: string,
  options: BuildOptions,
  inputs: Inputs,
  report: Report,
  change?: (translated: TextFile) => TextFile,
): Promise<DeckSource | undefined> {
  const entry = path.resolve(options.cwd, deckFile);
  inputs.add(entry);
  const name = formatPath(entry, options.cwd);
  // A draft may not be saved yet.
  const isDraft = options.drafts?.has(entry) ?? false;
  const realPath = isDraft ? entry : locateDeck(entry, name, options.root, report);
  if (realPath === undefined) return undefined;
  const blame = spanOfFile(formatPath(realPath, options.cwd));
  const file = readSource(realPath, options, blame, report);
  const hasKey = file && reportPrivateKey(file.text, { path: name, span: undefined }, report);
  if (!file || hasKey) return undefined;
  const { dialect } = readConfig({ ...options, deck: entry }, report, inputs);
  const read = await readDialect(file, dialect, options, inputs, report);
  const deck = change && read.dialect !== 'lectern' ? changed(read, change) : read;
  return readDeck(file, deck, options, inputs, reportFor(deck.dialect, report));
}

function changed(
  { dialect, file, translate }: TranslatedDeck,
  change: (translated: TextFile) => TextFile,
): TranslatedDeck {
  return { dialect, file: change(file), translate: (included) => change(translate(included)) };
}

/**
 * Reads the front matter and the slides of a deck that was translated.
 *
 * @param author the file as its author wrote it
 */
export function readDeck(
  author: TextFile,
  { dialect, file, translate }: TranslatedDeck,
  options: BuildOptions,
  inputs: Inputs,
  report: Report,
): DeckSource {
  const ownReport = reportOnText(file, report);
  const matter = findFrontMatter(file, ownReport);
  const entries =
    matter &&
    parseYaml(
      file.text.slice(matter.start, matter.end),
      (offset, length) => spanAt(file, matter.start + offset, length),
      ownReport,
    );
  const theme = (named: NamedTheme) => resolveTheme(file, named, options, inputs, ownReport);
  const frontMatter = readFrontMatter(file, entries ?? [], theme, ownReport);
  const template = options.opensTemplate ? undefined : frontMatter.pptx?.template;
  if (template) lookForTemplate(template, options.root, inputs, ownReport);
  const texts = [author];
  const files = fileReader(options, texts, inputs, report);
  const data = dataReader(options, frontMatter.lang, texts, inputs, report);
  const macros = new Map([[file.path, frontMatter.macros]]);
  const reading = {
    files: (ref: AssetRef) => {
      const included = files(ref);
      return included && translate(included);
    },
    memo: options.memo ?? noMemo,
    split: frontMatter.split,
    macros,
  };
  const slides = readSlides(file, matter?.bodyStart ?? 0, reading, report);
  return { file, dialect, frontMatter, slides, macros, files, data, texts };
}
