import {
  type DocumentSymbol,
  SymbolKind,
  type WorkspaceSymbol,
} from 'vscode-languageserver-protocol';
import { isDeck } from '../../1-load/is-deck.ts';
import { headingsOf, lastLineOf, type SlidePlace, slidesIn, titleIn } from '../decks/slides.ts';
import type { DeckText, Workspace } from '../decks/workspace.ts';
import { rangeOf, rangeOfLines } from '../text/positions.ts';
import { regionsByLine, scanText } from '../text/scan.ts';

/** Sections, their slides, and the headings in these. */
export function documentSymbols(text: DeckText): DocumentSymbol[] {
  const symbols: DocumentSymbol[] = [];
  let section: DocumentSymbol | undefined;
  for (const place of slidesIn(text)) {
    const symbol = slideSymbol(place, text.scanned.lines);
    if (place.slide?.layout === 'section') {
      section = { ...symbol, kind: SymbolKind.Namespace };
      symbols.push(section);
    } else if (section) {
      section.children?.push(symbol);
      section.range = { start: section.range.start, end: symbol.range.end };
    } else symbols.push(symbol);
  }
  return symbols;
}

function slideSymbol(place: SlidePlace, lines: readonly string[]): DocumentSymbol {
  const { first, span, slide, source } = place;
  const last = lastLineOf(place, lines);
  const headings = headingsOf(place);
  const [title, ...others] = headings;
  const { hide, include } = source.slide.frontMatter;
  const name =
    slide?.title ||
    source.slide.frontMatter.title?.value ||
    title?.text ||
    include?.value ||
    'Slide without a title';
  const notes = [hide && 'hidden', include && `from ${include.value}`, slide?.layout];
  const range = rangeOfLines(first, last, lines[last] ?? '');
  const children = (slide?.title === title?.text || !slide ? others : headings).map(
    ({ text, span: at }): DocumentSymbol => ({
      name: text || 'Heading',
      kind: SymbolKind.String,
      range: rangeOf(at),
      selectionRange: rangeOf(at),
    }),
  );
  return {
    name,
    detail: notes.filter(Boolean).join(', '),
    kind: SymbolKind.Module,
    range,
    selectionRange: title ? rangeOf(title.span) : rangeOf({ ...span, length: 0 }),
    children,
  };
}

const maxSymbols = 500;

/** The headings of all decks in the folders of an editor that contain a text. */
export function workspaceSymbols(query: string, workspace: Workspace): WorkspaceSymbol[] {
  const wanted = query.toLowerCase();
  const found: WorkspaceSymbol[] = [];
  const open = [...workspace.texts].filter((text) => text.isMarkdown).map(({ file }) => file);
  for (const file of new Set([...open, ...workspace.files.in(workspace.folders)])) {
    const text = workspace.drafts.get(file) ?? workspace.files.textOf(file);
    if (!text.toLowerCase().includes(wanted) || !isDeck(file, text, workspace.rootOf(file)))
      continue;
    for (const { title, range } of headingLines(text)) {
      if (found.length >= maxSymbols) return found;
      if (!title.toLowerCase().includes(wanted)) continue;
      const location = { uri: workspace.uriOf(file), range };
      found.push({ name: title, kind: SymbolKind.Module, location });
    }
  }
  return found;
}

function headingLines(text: string) {
  const scanned = scanText(text);
  const regions = regionsByLine(scanned);
  return scanned.lines.flatMap((content, line) => {
    const [, title = ''] = /^ {0,3}#{1,6}[ \t]+(.*)$/.exec(content) ?? [];
    const isText = title !== '' && regions[line] === undefined;
    return isText ? [{ title: titleIn(title), range: rangeOfLines(line, line, content) }] : [];
  });
}
