import { spanAt } from '../../../../base/span.ts';
import { withoutCode } from '../../../../base/text/without-code.ts';
import type { Span, TextFile } from '../../../../model/source.ts';
import type { TranslationContext } from '../../translation.ts';
import { type Directives, textValue } from '../read/loose-yaml.ts';
import { hasTheme } from './theme.ts';

/**
 * The last theme that a deck names and that is there; those that are not there are reported.
 *
 * @param directives those that can name a theme, in their order
 * @param themes paths of style sheets and folders
 */
export function chooseTheme(
  directives: readonly Directives[],
  themes: readonly string[],
  author: TextFile,
  context: TranslationContext,
): string {
  const written = directives.flatMap((each) => textValue(each.get('theme')) || []);
  const unknown = [...new Set(written)].filter((name) => !hasTheme(name, themes, context));
  const found = written.findLast((name) => !unknown.includes(name));
  const instead = found === undefined ? 'its default theme stands in' : `"${found}" is used`;
  for (const name of unknown) {
    const message = `there is no theme "${name}" of Marp here: ${instead}`;
    const hint = 'name its style sheet under themeSet in .marprc.yml, or put it next to the deck';
    context.report.add('dialect-unmapped', placeOf(name, author), message, hint);
  }
  return found ?? 'default';
}

/** Where a deck names a theme; its start if only a file of settings does. */
function placeOf(name: string, author: TextFile): Span {
  for (const { 0: lead, 1: written = '', index } of withoutCode(author.text).matchAll(naming)) {
    const value = written.replace(/^(["'])(.*)\1$/, '$2');
    if (value !== name) continue;
    return spanAt(author, index + lead.length - written.length, written.length);
  }
  return spanAt(author, 0, 1);
}

const naming = /(?:^|<!--)[ \t]*["']?theme["']?[ \t]*:[ \t]+([^\s#][^\s]*)/gm;
