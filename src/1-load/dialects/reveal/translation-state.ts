import path from 'node:path';
import type { Report } from '../../../base/diagnostics/report.ts';
import { spanAt } from '../../../base/span.ts';
import type { TextFile } from '../../../model/source.ts';
import type { Project } from '../project.ts';
import { readCss } from '../shared/css.ts';
import { CarefulEdits } from './careful-edits.ts';
import { type DeckSettings, placeOf } from './settings/settings.ts';
import { type DeckType, typeOf } from './settings/type.ts';

/** Folders from which servers of slides take files. */
const publicFolders = ['public', 'static', 'assets', 'docs'];

/** The translation of one deck. */
export class DeckTranslation {
  readonly author: TextFile;
  readonly settings: DeckSettings;
  readonly edits: CarefulEdits;
  readonly project: Project;
  readonly report: Report;
  readonly #css: string[] = [];
  #type: DeckType | undefined;

  constructor(author: TextFile, settings: DeckSettings, project: Project, report: Report) {
    this.author = author;
    this.settings = settings;
    this.edits = new CarefulEdits(author);
    this.project = project;
    this.report = report;
  }

  /** The style rules of the whole deck. */
  get css(): string {
    return this.#css.join('\n\n');
  }

  /** The types of its text and headings. */
  get type(): DeckType {
    this.#type ??= typeOf(this);
    return this.#type;
  }

  addCss(text: string): void {
    this.#css.push(text.trim());
  }

  /** Rules of the deck without what would load something. @param start in the author's text */
  readCss(css: string, start: number): string {
    const { author, project, report } = this;
    return readCss(css, { file: author, start, deck: author.realPath, project, report });
  }

  /** The path of a file from the deck's folder; `undefined` if there is no such file. */
  find(reference: string): string | undefined {
    return this.project.locate(reference, this.author.realPath, publicFolders);
  }

  /** The same, but as it is written if there is no such file. */
  readonly locate = (reference: string): string => this.find(reference) ?? reference;

  /** Reads a text file that the deck names; `undefined` if there is none. */
  readFile(reference: string): string | undefined {
    const found = this.find(reference);
    if (found === undefined) return undefined;
    const file = path.resolve(path.dirname(this.author.realPath), found);
    return this.project.read(file, this.report)?.text;
  }

  /** Reports what has no counterpart. @param start in the author's text */
  unmapped(message: string, start: number, end: number, hint?: string): void {
    const line = this.author.text.slice(start, end).split('\n', 1)[0] ?? '';
    const span = spanAt(this.author, start, Math.max(1, line.trimEnd().length));
    this.report.add('dialect-unmapped', span, message, hint);
  }

  /** Reports a setting, of the front matter or of a file, that is not used. */
  unusedSetting(key: string, message: string, hint?: string): void {
    this.report.add('dialect-settings', placeOf(key, this.settings, this.author), message, hint);
  }
}
