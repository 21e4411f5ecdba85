import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../../src/base/files/package-root.ts';
import { wav } from '../../support/media.ts';

/** A deck of one construct. */
export interface ConstructDeck {
  readonly name: string;
  readonly text: string;
  /** Whether its PDF is PDF/UA. */
  readonly isAccessible: boolean;
}

/** Reads the decks in the Markdown files of this folder. */
export function readConstructs(): readonly ConstructDeck[] {
  const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.md'));
  return files.sort().flatMap((file) => {
    const text = readFileSync(path.join(import.meta.dirname, file), 'utf8');
    return text.split(/^=== /m).slice(1).map(readDeck);
  });
}

function readDeck(part: string): ConstructDeck {
  const end = part.indexOf('\n');
  const [name = '', note] = part.slice(0, end).split(/\s+(?=\()/);
  return { name, text: part.slice(end).trimStart(), isAccessible: note !== '(no claim)' };
}

/** The constructs that a browser tags in ways of its own: the others differ little in their PDFs. */
export function isOftenWrong(name: string): boolean {
  return often.some((start) => name.startsWith(start));
}

const often =
  'arabic bidi details footnotes formula- header heading hebrew image- language-inline links lists table- tasks video'.split(
    ' ',
  );

/** What these decks need, by path. */
export function constructFiles(
  decks: readonly ConstructDeck[],
): Readonly<Record<string, string | Uint8Array>> {
  return {
    'birds.wav': wav(),
    'flag.svg': flag,
    'photo.jpg': readFileSync(path.join(packageRoot, 'test/looks/photo.jpg')),
    'sea.webm': readFileSync(path.join(import.meta.dirname, 'sea.webm')),
    ...Object.fromEntries(decks.map(({ name, text }) => [`${name}.md`, text])),
  };
}

const flag =
  '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><rect width="60" height="40" fill="#c00"/></svg>';
