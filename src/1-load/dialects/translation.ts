import type { Report } from '../../base/diagnostics/report.ts';
import type { TextFile } from '../../model/source.ts';
import type { Project } from './project.ts';

/** What translating a deck needs beside its text. */
export interface TranslationContext {
  readonly project: Project;
  /** For spans of the author's text. */
  readonly report: Report;
  /** Whether another file of the deck includes this one. */
  readonly isIncluded: boolean;
}

/** Translates the Markdown of a tool to that of Lectern. What has no counterpart stands in and is reported. */
export type Translate = (author: TextFile, context: TranslationContext) => TextFile;
