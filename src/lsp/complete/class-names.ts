import { readFileSync } from 'node:fs';
import { namesInManual } from '../../base/manual/tables.ts';
import type { CompletionContext } from './context.ts';

/** Classes of the manual, of the theme and the styles of the deck, and those that the deck uses. */
export function classNames({ deck, scanned }: CompletionContext): readonly string[] {
  const { last } = deck;
  const theme = last?.source.frontMatter.theme;
  const sheets = theme ? [theme.css ?? readStyles(theme.cssFile)] : [];
  const ofTheme = sheets.flatMap((css) =>
    [...css.matchAll(/\.([a-zA-Z][\w-]*)(?=[\s.,:>{[+~)])/g)].map(([, name = '']) => name),
  );
  const own = scanned.lines.flatMap((line) =>
    [...line.matchAll(/\{[^{}]*\}/g)].flatMap(([list]) =>
      [...list.matchAll(/[{\s]\.([\w-]+)/g)].map(([, name = '']) => name),
    ),
  );
  const documented = namesInManual('markdown.md', /\{[^}`]*\.([a-z][\w-]+)/g);
  return [...new Set([...own, ...documented, ...ofTheme.filter(isOfAuthors)])].sort();
}

/** Whether authors write a class, and not only the page itself. */
function isOfAuthors(name: string): boolean {
  return !/^(?:lectern|reveal|slides?|slide-|hljs|r-|has-|is-|katex|mjx)/.test(name);
}

function readStyles(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
