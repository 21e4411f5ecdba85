import path from 'node:path';
import type { TextFile } from '../../../../model/source.ts';
import { readSettings, type Settings, settingsFiles } from '../../shared/settings-files.ts';
import type { TranslationContext } from '../../translation.ts';
import { scanHtml } from '../tree/html-pieces.ts';

/** The settings in `reveal-md.json`. */
export function revealMdSettings(context: TranslationContext): Settings {
  return readSettings(settingsFiles.revealMd, context).settings;
}

/** The options of reveal.js in `reveal.json`. */
export function revealSettings(context: TranslationContext): Settings {
  return readSettings(settingsFiles.reveal, context).settings;
}

/** The settings of the extension for VS Code in the project's `.vscode/settings.json`. */
export function vscodeSettings(context: TranslationContext): Settings {
  const all = readSettings(settingsFiles.vscode, context).settings;
  const own = [...all].flatMap(([key, value]) =>
    key.startsWith('revealjs.') ? [[key.slice('revealjs.'.length), value] as const] : [],
  );
  return new Map(own);
}

/** What a page says about the deck that it shows. */
export interface PageSettings {
  readonly separator?: string;
  readonly verticalSeparator?: string;
  readonly notesSeparator?: string;
  readonly theme?: string;
  readonly styles: readonly string[];
}

/** The page next to a deck, or above it, that loads its file. @param template a page that `reveal-md` fills in */
export function pageSettings(
  author: TextFile,
  template: string | undefined,
  { project, report }: TranslationContext,
): PageSettings | undefined {
  const name = path.basename(author.realPath);
  const own = name.replace(/\.\w+$/, '.html');
  const names = [...(template === undefined ? [] : [template]), 'index.html', own];
  for (const folder of project.folders) {
    for (const each of names) {
      const file = path.join(folder, each);
      const page = project.isFile(file) ? project.readSettings(file, report)?.text : undefined;
      const found = page && settingsOfPage(page, folder, author.realPath, each === template);
      if (found) return found;
    }
  }
  return undefined;
}

function settingsOfPage(
  page: string,
  folder: string,
  deck: string,
  isTemplate: boolean,
): PageSettings | undefined {
  const tags = scanHtml(page).filter(({ kind }) => kind === 'open');
  const section = tags.find(({ name, attributes }) => {
    const source = attributes.find((each) => each.name === 'data-markdown')?.value;
    if (name !== 'section' || source === undefined) return false;
    return isTemplate || path.resolve(folder, source.replace(/[?#].*$/s, '')) === deck;
  });
  if (!section) return undefined;
  const value = (key: string) => section.attributes.find(({ name }) => name === key)?.value;
  const styles = tags.flatMap(({ name, attributes }) => {
    const href = attributes.find((each) => each.name === 'href')?.value;
    const isSheet = attributes.some((each) => each.name === 'rel' && each.value === 'stylesheet');
    return name === 'link' && isSheet && href ? [href] : [];
  });
  const theme = styles.map((href) => /(?:^|\/)theme\/([\w-]+)\.css$/.exec(href)?.[1]).find(Boolean);
  return withoutAbsent({
    separator: value('data-separator'),
    verticalSeparator: value('data-separator-vertical'),
    notesSeparator: value('data-separator-notes'),
    theme,
    styles: styles.filter((href) => !isOfReveal(href)),
  });
}

function withoutAbsent(
  settings: {
    readonly [key in keyof PageSettings]: PageSettings[key] | undefined;
  },
): PageSettings {
  const entries = Object.entries(settings).filter(([, value]) => value);
  return { styles: [], ...Object.fromEntries(entries) };
}

/** Whether a style sheet comes with reveal.js, or is on the web. */
function isOfReveal(href: string): boolean {
  return (
    /^(?:[a-z]+:)?\/\//i.test(href) ||
    /(?:^|\/)(?:reset|reveal)\.css$|(?:^|\/)(?:theme|highlight)\/[^/]+\.css$|\{\{|(?:^|\/)(?:node_modules|plugin|lib)\//.test(
      href,
    )
  );
}
