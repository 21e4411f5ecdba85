import type {
  Location,
  Position,
  Range,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { decodeUri } from '../../base/text/decode-uri.ts';
import { targetKey } from '../../model/deck.ts';
import type { Located, Span } from '../../model/source.ts';
import type { DeckText, Workspace } from '../decks/workspace.ts';
import { contains, rangeOf } from '../text/positions.ts';

/** A place where an id is written: where it is set, or in a link. */
interface IdPlace {
  readonly id: string;
  readonly span: Span;
  readonly isLink: boolean;
}

/** The places of the id at a position, in all files of the deck. */
export interface FoundId {
  readonly id: string;
  /** Of the id at the position. */
  readonly range: Range;
  readonly places: readonly IdPlace[];
  /** The heading from whose text it comes, if its author has not written it. */
  readonly heading?: Span;
}

export function findId(text: DeckText, position: Position): FoundId | undefined {
  const places = idPlaces(text);
  const { deck, file } = text;
  const isHere = ({ span }: IdPlace): boolean =>
    deck.pathOf(span) === file && contains(rangeOf(span), position);
  const here = places.find(isHere);
  if (!here) return undefined;
  const heading = headingOf(here.id, text);
  const all = places.filter(({ id }) => id === here.id);
  return { id: here.id, range: rangeOf(here.span), places: all, ...(heading && { heading }) };
}

/** The spans are those of the ids alone, without `#` and quotes. */
function idPlaces(text: DeckText): readonly IdPlace[] {
  const { ids, links, targets } = text.contents.deck;
  const set = ids.flatMap((id) => narrow(id, id.value, false, text));
  const linked = links.flatMap((link) => {
    if (/^#\/\d/.test(link.value)) return [];
    const written = link.value.replace(/^#\/?/, '');
    const id = targets.get(targetKey(link.span.file, link.value))?.slice(1) ?? decodeUri(written);
    return narrow(link, written, true, text).map((place) => ({ ...place, id }));
  });
  return [...set, ...linked];
}

function narrow(
  { value, span }: Located<string>,
  written: string,
  isLink: boolean,
  text: DeckText,
): readonly IdPlace[] {
  const line = text.deck.lineOf(span);
  const from = Math.max(0, span.column - 1);
  const part = line.slice(from, from + Math.max(span.length, written.length + 1));
  const at = isLink ? part.lastIndexOf(written) : part.indexOf(written);
  if (at < 0 || written === '') return [];
  const place = { ...span, column: from + at + 1, length: written.length };
  return [{ id: value, span: place, isLink }];
}

/** The heading whose id is made from its text. */
function headingOf(id: string, { contents }: DeckText): Span | undefined {
  for (const { headings, headingIds = [] } of contents.deck.stacks.flat()) {
    const index = headingIds.indexOf(id);
    const heading = headings[index];
    if (heading && heading.id === undefined) return heading.span;
  }
  return undefined;
}

/** Where an id is set. */
export function idDefinitions(found: FoundId, text: DeckText, workspace: Workspace): Location[] {
  const set = found.places.filter(({ isLink }) => !isLink).map(({ span }) => span);
  const spans = set.length > 0 || !found.heading ? set : [found.heading];
  return spans.map((span) => locationOf(span, text, workspace));
}

export function idReferences(
  found: FoundId,
  text: DeckText,
  workspace: Workspace,
  withDefinition: boolean,
): Location[] {
  const links = found.places.filter(({ isLink }) => isLink || withDefinition);
  const spans = links.map(({ span }) => span);
  return [...(withDefinition && found.heading ? [found.heading] : []), ...spans].map((span) =>
    locationOf(span, text, workspace),
  );
}

/**
 * The edit that renames an id in all files of the deck. An id that comes from the text of a heading is then written
 * there.
 */
export function renameId(
  found: FoundId,
  name: string,
  text: DeckText,
  workspace: Workspace,
): WorkspaceEdit {
  const edits: (readonly [Span, string, Range])[] = found.places.map(({ span }) => [
    span,
    name,
    rangeOf(span),
  ]);
  if (found.heading) edits.push(idForHeading(found.heading, name, text));
  const changes: Record<string, TextEdit[]> = {};
  for (const [span, newText, range] of edits) {
    const uri = workspace.uriOf(text.deck.pathOf(span));
    changes[uri] = [...(changes[uri] ?? []), { range, newText }];
  }
  return { changes };
}

function idForHeading(
  heading: Span,
  name: string,
  { deck }: DeckText,
): readonly [Span, string, Range] {
  const line = deck.lineOf(heading).trimEnd();
  const list = /\{([^{}]*)\}$/.exec(line);
  const column = list ? list.index + 1 : line.length;
  const range = rangeOf({ ...heading, column: column + 1, length: 0 });
  return [heading, list ? `#${name} ` : ` {#${name}}`, range];
}

export function locationOf(span: Span, { deck }: DeckText, workspace: Workspace): Location {
  return { uri: workspace.uriOf(deck.pathOf(span)), range: rangeOf(span) };
}
