import path from 'node:path';
import { isUrl } from '../../../base/files/locate-file.ts';
import type { SourceContext, SourceRule } from '../rule.ts';
import { elementsIn, type SourceElement } from '../tree/element.ts';
import { type FoundFile, findFile } from './find-file.ts';

/** Links to files that are not there, and to those that do not come with the page. */
export const linkFile: SourceRule = (context) => {
  for (const { root } of context.parts) {
    for (const { element } of elementsIn(root)) {
      const { name, attributes } = element;
      const href = name === 'a' || name === 'area' ? attributes.get('href')?.trim() : undefined;
      if (href) check(href, element, context);
    }
  }
};

function check(href: string, { span }: SourceElement, context: SourceContext): void {
  if (/^file:/i.test(href)) {
    const message = `"${href}" is a file of this computer, which others do not have`;
    context.add({ rule: 'link-local', span, message, hint: 'link to it on the web' });
    return;
  }
  if (href.startsWith('#') || isUrl(href) || href.includes('{{')) return;
  const { deck, options } = context;
  const from = deck.texts.find((text) => text.path === span.file)?.realPath ?? deck.file;
  const found = namesOf(href).map((name) => findFile(name, from, options.root));
  report(href, found, span, context);
}

function report(
  href: string,
  found: readonly FoundFile[],
  span: SourceElement['span'],
  context: SourceContext,
): void {
  if (found.some(({ kind }) => kind === 'page' || kind === 'refused')) return;
  if (found.some(({ kind }) => kind === 'file')) {
    const message = `"${href}" is a file that does not come with the page`;
    const hint = 'hand it out together with the page, in the same place, or link to it on the web';
    context.add({ rule: 'link-local', span, message, hint });
    return;
  }
  if (found.some(({ kind }) => kind === 'outside')) {
    const message = `"${href}" leads out of the project`;
    context.add({ rule: 'link-file', span, message, hint: 'link to it on the web' });
    return;
  }
  const near = found.map(({ near: each }) => each).find((each) => each !== undefined);
  const hint =
    near === undefined
      ? 'paths start at the folder of the file that contains the link; for the web, begin with https://'
      : `did you mean "${near}"?`;
  context.add({ rule: 'link-file', span, message: `there is no file "${href}"`, hint });
}

/** The names that a link may mean: as written, without what follows "?" or "#", and decoded. */
function namesOf(href: string): readonly string[] {
  const plain = href.replace(/[?#].*$/s, '');
  const all = [plain, decode(plain), decode(href)].filter((name) => name !== '');
  return [...new Set(all.map((name) => name.split('\\').join(path.posix.sep)))];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
