/**
 * Clauses of EN 301 549 V3.2.1 that a success criterion of WCAG 2.1 has there: in chapter 9 for web pages, which a
 * server delivers over HTTP (3.1, "web page"), in chapter 10 for other documents (10.0).
 */
export function clausesOf(id: string): readonly string[] {
  if (addedIn22.has(id)) return [];
  return webOnly.has(id) ? [`9.${id}`] : [`9.${id}`, `10.${id}`];
}

/** Criteria that WCAG 2.2 has added; V3.2.1 is based on WCAG 2.1. */
const addedIn22: ReadonlySet<string> = new Set([
  '2.4.11',
  '2.5.7',
  '2.5.8',
  '3.2.6',
  '3.3.7',
  '3.3.8',
]);

/** In chapter 10, their clauses are void: they are about sets of web pages. */
const webOnly: ReadonlySet<string> = new Set(['2.4.1', '2.4.5', '3.2.3', '3.2.4']);

/** Which chapter applies to a deck, by how it reaches its readers. */
export const chapterNote = `Chapter 9 of EN 301 549 applies to a deck on a web server, chapter 10 to one that is handed out or opened as a file, and to its PDF. They have the same criteria, but for ${list([...webOnly])}, which are void in chapter 10.`;

function list(ids: readonly string[]): string {
  return `${ids.slice(0, -1).join(', ')} and ${ids.at(-1)}`;
}

interface Clause {
  readonly id: string;
  readonly name: string;
  readonly note: string;
}

/** What EN 301 549 requires besides. */
export const otherClauses: readonly Clause[] = [
  {
    id: '9.4.1.1, 10.4.1.1',
    name: 'Parsing',
    note: 'Not tested. WCAG 2.2 has removed this criterion, and says that it is met by HTML in any case.',
  },
  {
    id: '9.6',
    name: 'WCAG conformance requirements',
    note: 'Not tested. A person decides on it, by all other results. It applies to a deck on a web server.',
  },
  {
    id: '10.5, 10.6',
    name: 'Positions of captions, timing of audio descriptions',
    note: 'Not tested. A person looks at them in a deck with video that is opened as a file.',
  },
  {
    id: '7',
    name: 'ICT with video capabilities',
    note: 'Not tested. It is about the player, which is that of the browser: a person looks whether captions and audio descriptions can be turned on and off as easily as the sound.',
  },
  {
    id: '11',
    name: 'Software',
    note: 'Not tested. It is about the browser and the PDF reader that show the deck, and about Lectern as a tool of authors (11.8).',
  },
  {
    id: '5, 12',
    name: 'Generic requirements, documentation and support',
    note: 'Not tested. They are about what is offered with the deck.',
  },
];

/** A clause of PDF/UA-1, and the tests of this report that are about a part of it. */
interface PdfClause {
  readonly id: string;
  readonly name: string;
  readonly tests: readonly PdfTest[];
  /** What is left to a person, or to another program. */
  readonly people: string;
}

export type PdfTest =
  | 'tagged'
  | 'title'
  | 'language'
  | 'figures'
  | 'headings'
  | 'tables'
  | 'formulas'
  | 'links'
  | 'fonts'
  | 'unencrypted';

const elsewhere = 'Test the file with a PDF/UA checker, such as PAC or veraPDF.';

/** ISO 14289-1:2014, 7.1 to 7.21. */
// biome-ignore format: a table
export const pdfClauses: readonly PdfClause[] = [
  { id: '7.1', name: 'General', tests: ['tagged', 'title'], people: `Is everything that matters tagged, and tagged as what it is? ${elsewhere}` },
  { id: '7.2', name: 'Text', tests: ['language'], people: 'Is the order of reading right? Are passages in other languages marked?' },
  { id: '7.3', name: 'Graphics', tests: ['figures'], people: 'Do the alternative texts say what the images say?' },
  { id: '7.4', name: 'Headings', tests: ['headings'], people: 'Are headings tagged as such?' },
  { id: '7.5', name: 'Tables', tests: ['tables'], people: `Are heads of rows and columns right? ${elsewhere}` },
  { id: '7.6', name: 'Lists', tests: [], people: 'Are lists tagged as such?' },
  { id: '7.7', name: 'Mathematical expressions', tests: ['formulas'], people: 'Do the alternative texts say the formulas?' },
  { id: '7.8', name: 'Page headers and footers', tests: [], people: `Are they left out by screen readers? ${elsewhere}` },
  { id: '7.9', name: 'Notes and references', tests: [], people: 'Are footnotes tagged as notes?' },
  { id: '7.10', name: 'Optional content', tests: [], people: elsewhere },
  { id: '7.11', name: 'Embedded files', tests: [], people: elsewhere },
  { id: '7.12', name: 'Article threads', tests: [], people: elsewhere },
  { id: '7.13', name: 'Digital signatures', tests: [], people: 'If the file is signed later: is the signature accessible?' },
  { id: '7.14', name: 'Non-interactive forms', tests: [], people: 'Do slides show forms to fill in on paper?' },
  { id: '7.15', name: 'XFA', tests: [], people: elsewhere },
  { id: '7.16', name: 'Security', tests: ['unencrypted'], people: 'If the file is encrypted later: may assistive technology read it?' },
  { id: '7.17', name: 'Navigation', tests: [], people: 'Do the bookmarks match the slides?' },
  { id: '7.18', name: 'Annotations', tests: ['links'], people: 'Do the descriptions of links say where they lead?' },
  { id: '7.19', name: 'Actions', tests: [], people: elsewhere },
  { id: '7.20', name: 'XObjects', tests: [], people: elsewhere },
  { id: '7.21', name: 'Fonts', tests: ['fonts'], people: 'Is copied text the text that is seen?' },
];
