import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../src/base/files/package-root.ts';
import { constructFiles, readConstructs } from '../export/accessible/decks.ts';
import { lectern } from '../support/lectern.ts';

/** A deck, and where it is built: the folder is copied, with its files. */
interface Source {
  readonly folder: string;
  readonly file: string;
}

/** The shipped decks, and those of every layout and kind of block. */
export const sources = {
  aws: { folder: '.', file: 'slides/how-aws-was-born.md' },
  charts: { folder: '.', file: 'slides/charts.md' },
  guide: { folder: '.', file: 'slides/guide.md' },
  layouts: { folder: 'test/looks', file: 'layouts.md' },
} as const satisfies Readonly<Record<string, Source>>;

export type SourceName = keyof typeof sources;

export const languages = ['en', 'de', 'ja', 'ar'] as const;
export type Language = (typeof languages)[number];

/**
 * Builds one of the decks in a theme and a language.
 *
 * @param out a folder that exists
 * @returns the path of the HTML file
 */
export async function buildSource(
  name: SourceName,
  theme: string,
  language: Language,
  out: string,
): Promise<string> {
  const { folder, file } = sources[name];
  const work = path.join(out, name);
  if (folder === '.') {
    mkdirSync(path.join(work, 'slides'), { recursive: true });
    for (const part of ['assets', 'slides']) {
      cpSync(path.join(packageRoot, part), path.join(work, part), { recursive: true });
    }
  } else {
    cpSync(path.join(packageRoot, folder), work, { recursive: true });
  }
  const deck = path.join(work, file);
  const text = readFileSync(path.join(packageRoot, folder, file), 'utf8');
  writeFileSync(deck, withSettings(text, theme, language));
  const html = path.join(out, `${name}-${theme}-${language}.html`);
  const { exitCode, errors } = await lectern(['build', file, '--out', html, '--root', work], work);
  if (exitCode !== 0) throw new Error(errors);
  return html;
}

/** The text of a deck with another theme and language. */
function withSettings(text: string, theme: string, language: Language): string {
  const rest = text.replace(/^---\n/, '').replace(/^(?:theme|lang): .*\n/gm, '');
  return `---\ntheme: ${theme}\nlang: ${language}\n${rest}`;
}

/** Builds a deck of each construct, without those that are wrong on purpose. @returns the paths of the HTML files */
export async function buildConstructs(out: string): Promise<readonly string[]> {
  // A PDF with a level left out can be accessible; axe and build advise against it.
  const decks = readConstructs().filter(
    ({ name, isAccessible }) => isAccessible && name !== 'heading-skipped',
  );
  const work = path.join(out, 'constructs');
  for (const [name, content] of Object.entries(constructFiles(decks))) {
    mkdirSync(path.dirname(path.join(work, name)), { recursive: true });
    writeFileSync(path.join(work, name), content);
  }
  const files = decks.map(({ name }) => `${name}.md`);
  const built = path.join(out, 'built');
  const { exitCode, errors } = await lectern(['build', ...files, '--out', built], work);
  if (exitCode !== 0) throw new Error(errors);
  return decks.map(({ name }) => path.join(built, `${name}.html`));
}
