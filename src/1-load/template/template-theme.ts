import { readFileSync, statSync } from 'node:fs';
import type { Report } from '../../base/diagnostics/report.ts';
import { suggest } from '../../base/diagnostics/suggest.ts';
import { attempt, PresentationError } from '../../base/ooxml/open-presentation.ts';
import type { PptxSettings, Theme } from '../../model/front-matter.ts';
import type { TemplateFile } from '../../model/source.ts';
import { installedFaces, reportMissingFont } from '../theme-fonts.ts';
import { findLayout, matchLayouts, namedLayouts } from './match-layouts.ts';
import { maxTemplate, openTemplate, type Template } from './open-template.ts';
import { writeTemplateTheme } from './template-css.ts';
import type { LostImage } from './template-images.ts';

/** Whether a theme is a file of PowerPoint: also one that is refused, so that the message says why. */
export function isTemplateName(name: string): boolean {
  return /\.(?:pot|pps|ppt)[xm]?$/i.test(name);
}

/** What a deck says of its template. */
interface TemplateSettings {
  /** The names of its layouts that the author has chosen. */
  readonly layouts: PptxSettings['layouts'];
  /** A folder to find fonts from. */
  readonly root: string;
  /** Whether the deck has fonts of its own, or is shown where the template's are. */
  readonly hasFonts: boolean;
}

/**
 * Reads a template as the theme of a deck. What is wrong with it is reported.
 *
 * @param settings of the deck that uses it
 */
export function readTemplateTheme(
  file: TemplateFile,
  { layouts, root, hasFonts }: TemplateSettings,
  report: Report,
): Theme | undefined {
  const template = readTemplate(file, report);
  if (!template) return undefined;
  for (const { value, span } of layouts?.values() ?? []) {
    if (findLayout(template, value)) continue;
    const names = template.layouts.map(({ name }) => name);
    const message = `"${file.name}" has no layout "${value}"`;
    report.add('template-layout', span, message, suggest(value, names));
  }
  const named = namedLayouts(layouts);
  const theme = attempting(file, report, () =>
    writeTemplateTheme(template, matchLayouts(template, named)),
  );
  if (!theme) return undefined;
  for (const { name, reason } of theme.lostImages) {
    const [message, hint] = lostReasons[reason];
    const text = `${message} ${JSON.stringify(name)} of "${file.name}"`;
    report.add('template-content', file.span, text, hint);
  }
  const faces = theme.fonts.map((family) => [family, installedFaces(family, root)] as const);
  for (const [family, rules] of hasFonts ? [] : faces) {
    if (rules.length === 0) reportMissingFont(family, file.span, report);
  }
  const css = [...faces.flatMap(([, rules]) => rules), theme.css].join('\n');
  return { name: file.name, cssFile: file.file, css, isTemplate: true };
}

const lostReasons: Readonly<Record<LostImage['reason'], readonly [message: string, hint: string]>> =
  {
    type: ['browsers cannot show the image', 'use PNG, JPEG or SVG in the template'],
    damage: ['cannot read the vector image', 'save it again as a plain SVG or PNG image'],
    size: ['the images of a template have more than 20 MB with', 'make its images smaller'],
    content: [
      'what runs or loads something is left out of the vector image',
      'save it as a plain SVG or PNG image',
    ],
  };

/** Files named in a deck were located earlier, so a missing one is from the command line. */
const missingHint = 'the path starts at the current folder';

/** Opens a template; what is wrong with it is reported. */
export function readTemplate(file: TemplateFile, report: Report): Template | undefined {
  return attempting(file, report, () => {
    const stats = statSync(file.file);
    if (!stats.isFile())
      throw new PresentationError('is not an ordinary file', 'choose a PowerPoint template');
    if (stats.size > maxTemplate)
      throw new PresentationError('has more than 100 MB', 'make its images smaller');
    return openTemplate(readFileSync(file.file));
  });
}

function attempting<T>(file: TemplateFile, report: Report, read: () => T): T | undefined {
  try {
    return attempt(read);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (error instanceof PresentationError) {
      report.add('template-file', file.span, `"${file.name}" ${error.message}`, error.hint);
    } else if (code === 'ENOENT') {
      report.add('template-file', file.span, `there is no file "${file.name}"`, missingHint);
    } else if (code !== undefined) {
      report.add('template-file', file.span, `"${file.name}" cannot be read: ${code}`);
    } else throw error;
    return undefined;
  }
}
