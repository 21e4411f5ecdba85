import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-protocol';
import { containerNames } from '../../1-load/lexing/block-extensions.ts';
import { slotsOf } from '../../2-parse/slides/layouts.ts';
import { layoutNames } from '../../model/deck.ts';
import { slideAt } from '../decks/slides.ts';
import { classNames } from './class-names.ts';
import type { CompletionContext } from './context.ts';
import { filesAt, mediaAt } from './file-completion.ts';
import { items } from './items.ts';
import { emojiItems, iconItems } from './names.ts';

type Complete = (
  written: string,
  context: CompletionContext,
) => readonly CompletionItem[] | Promise<readonly CompletionItem[]>;

/** What is completed in text, by what is written before the place; the first that matches. */
const completers: readonly (readonly [written: RegExp, complete: Complete])[] = [
  [/^:{3,}[ \t]*(\w*)$/, () => items(containerNames, CompletionItemKind.Module)],
  [/^::(\w[\w-]*)?$/, (_, context) => slots(context)],
  [/\]\(<?#([^)\s]*)$/, (_, context) => items(idsOf(context), CompletionItemKind.Reference)],
  [/!\[[^\]]*\]\(<?([^)#\s]*)$/, (written, { folder }) => mediaAt(written, folder)],
  [/\]\(<?([^)#\s]*)$/, (written, { folder }) => filesAt(written, folder)],
  [/^[ \t]*\[[^\]]+\]:[ \t]*<?([^\s>]*)$/, (written, { folder }) => filesAt(written, folder)],
  [/\[\^([^\]]*)$/, (_, context) => footnotes(context)],
  [/\]\[([^\]]*)$/, (_, context) => definitions(context)],
  [/\{\{[ \t]*(\w*)$/, (_, context) => variables(context)],
  [/\{[^{}]*\.([\w-]*)$/, (_, context) => items(classNames(context), CompletionItemKind.Class)],
  [/(?:^|[^\w:])@([\w:.-]*)$/, (_, context) => citations(context)],
  [
    /(?:^|[^\w:]):([\w+-]+)$/,
    async (written, { folder }) => [...(await emojiItems()), ...iconItems(written, folder)],
  ],
];

export async function completeProse(
  context: CompletionContext,
): Promise<readonly CompletionItem[]> {
  for (const [pattern, complete] of completers) {
    const match = pattern.exec(context.before);
    if (match) return complete(match[1] ?? '', context);
  }
  return [];
}

/** The slots of the layout of the slide, or of all layouts. */
function slots({ deck, text, scanned, line }: CompletionContext): readonly CompletionItem[] {
  const { last } = deck;
  const slide = last && slideAt({ ...text, deck, contents: last, scanned }, line);
  const layout = slide?.slide?.layout;
  const own = layout && layout !== 'default' ? slotsOf(layout) : layoutNames.flatMap(slotsOf);
  return [...new Map(own.map((slot) => [slot.name, slot])).values()].map(
    ({ name, description }) => ({
      label: `::${name}::`,
      kind: CompletionItemKind.Field,
      detail: description,
    }),
  );
}

/** The ids of the deck, and those of its headings. */
function idsOf({ deck }: CompletionContext): readonly string[] {
  const { ids = [], stacks = [] } = deck.last?.deck ?? {};
  const ofHeadings = stacks.flat().flatMap(({ headingIds = [] }) => headingIds.filter(Boolean));
  return [...new Set([...ids.map(({ value }) => value), ...ofHeadings])];
}

function footnotes({ deck }: CompletionContext): readonly CompletionItem[] {
  const all = deck.last?.deck.footnotes.values() ?? [];
  const labels = [...all].filter(({ isInline }) => !isInline).map(({ label }) => label);
  return items([...new Set(labels)], CompletionItemKind.Reference);
}

/** The definitions of links in the text: `[name]: https://…`. */
function definitions({ scanned }: CompletionContext): readonly CompletionItem[] {
  const names = scanned.lines.flatMap((line) => /^ {0,3}\[([^\]^]+)\]:/.exec(line)?.[1] ?? []);
  return items([...new Set(names)], CompletionItemKind.Reference);
}

function variables({ deck }: CompletionContext): readonly CompletionItem[] {
  const own = deck.last?.source.frontMatter.vars.keys() ?? [];
  return items(['title', 'subtitle', 'author', 'date', ...own], CompletionItemKind.Variable);
}

/** The keys of the bibliographies that the deck names, as other tools read them. */
function citations({ deck, scanned }: CompletionContext): readonly CompletionItem[] {
  if (deck.last?.source.dialect === 'lectern') return [];
  const files = scanned.lines.flatMap(
    (line) => /^bibliography:[ \t]*["']?([^"'\s]+)/.exec(line)?.[1] ?? [],
  );
  const keys = files.flatMap((file) => {
    const text = deck.textBeside(file);
    return [...text.matchAll(/^[ \t]*@\w+[ \t]*\{[ \t]*([^\s,]+)[ \t]*,/gm)].map(
      ([, key = '']) => key,
    );
  });
  return items(keys, CompletionItemKind.Reference);
}
