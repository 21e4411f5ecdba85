import { ZipArchive } from '../../base/ooxml/zip.ts';

/** What a data file is, by its first bytes: text, a workbook, or something that cannot be read, and why. */
type FileKind =
  | { readonly kind: 'text' }
  | { readonly kind: 'archive'; readonly archive: ZipArchive }
  | { readonly kind: 'other'; readonly message: string; readonly hint?: string };

const saveAs = 'save it as .xlsx or as CSV in a spreadsheet program';

/** @throws ArchiveError if it is a damaged ZIP archive */
export function fileKind(bytes: Buffer): FileKind {
  const head = bytes.toString('latin1', 0, 2048);
  if (head.startsWith('PK\x03\x04')) return archiveKind(new ZipArchive(bytes));
  if (head.startsWith('\xd0\xcf\x11\xe0')) return compoundKind(bytes);
  const known = signatures.find(([signature]) => signature.test(head));
  if (!known) return { kind: 'text' };
  return { kind: 'other', message: known[1], ...(known[2] && { hint: known[2] }) };
}

const signatures: readonly (readonly [signature: RegExp, message: string, hint?: string])[] = [
  [/^\x09[\x00\x02\x04\x08]/, 'is a workbook of Excel 95 or earlier', saveAs],
  [
    /^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|table|head|meta|body|style)\b/i,
    'is a web page, whatever its name says: some programs export tables that way',
    'open it in a spreadsheet program and save it as .xlsx',
  ],
  [/^(?:\xef\xbb\xbf)?\s*<\?xml/, 'is an XML file', saveAs],
  [/^%PDF/, 'is a PDF', 'export the data as CSV from where it came from'],
  [/^\x1f\x8b/, 'is compressed', 'unpack it first'],
  [/^PAR1/, 'is a Parquet file', 'export the data as CSV or JSON'],
  [/^SQLite format 3/, 'is a database', 'export the data as CSV or JSON'],
  [/^(?:\x89PNG|\xff\xd8\xff|GIF8|RIFF)/, 'is an image or other media'],
  [/^PK/, 'is damaged or incomplete'],
];

function archiveKind(archive: ZipArchive): FileKind {
  const { names } = archive;
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (has(/(?:^|\/)workbook\.xml$/i)) return { kind: 'archive', archive };
  const type = archive.readText('mimetype') ?? '';
  if (type.includes('opendocument')) return other('is an OpenDocument spreadsheet', saveAs);
  if (has(/workbook\.bin$/i)) return other('is a binary workbook (.xlsb)', saveAs);
  if (has(/\.iwa$/i)) return other('is a Numbers document', 'export it as .xlsx or CSV');
  if (has(/^word\//i)) return other('is a Word document', 'copy its table into a spreadsheet');
  return other('is a ZIP archive without a workbook', 'unpack it first');
}

function other(message: string, hint: string): FileKind {
  return { kind: 'other', message, hint };
}

/** A compound file ([MS-CFB]): an old workbook, or a new one with a password. */
function compoundKind(bytes: Buffer): FileKind {
  const has = (name: string): boolean => bytes.includes(Buffer.from(name, 'utf16le'));
  if (has('EncryptedPackage')) {
    return other('is protected by a password', 'save it without a password, or export it as CSV');
  }
  if (has('Workbook') || has('Book')) return other('is a workbook of Excel 97 to 2003', saveAs);
  return other('is not a workbook', saveAs);
}
