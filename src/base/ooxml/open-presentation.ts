import { OoxmlPackage } from './package.ts';
import { ArchiveError } from './zip.ts';

/** What a presentation is: for editing, a template, or a show; with macros or without. */
export interface OpenedPresentation {
  readonly file: OoxmlPackage;
  /** The path of the main part, usually `ppt/presentation.xml`. */
  readonly main: string;
  readonly hasMacros: boolean;
}

/** What is wrong with a file that was to be a presentation, as a sentence, and what to do about it. */
export class PresentationError extends Error {
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}

const saveAs = 'open it in PowerPoint or LibreOffice and save it as .pptx';
const saveAgain = `${saveAs} again`;

/**
 * Opens a .pptx, .potx or .ppsx file, also one with macros, which are not read.
 *
 * @param limit of what all parts have when unpacked, in bytes
 * @throws PresentationError if it is something else, encrypted or damaged
 */
export function openPresentation(bytes: Buffer, limit?: number): OpenedPresentation {
  const head = bytes.toString('latin1', 0, 2048);
  if (head.startsWith('PK\x03\x04'))
    return attempt(() => openArchive(new OoxmlPackage(bytes, limit)));
  if (head.startsWith('\xd0\xcf\x11\xe0')) throw compoundError(bytes);
  const known = signatures.find(([signature]) => signature.test(head));
  throw new PresentationError(known?.[1] ?? 'is not a PowerPoint file', known?.[2] ?? saveAs);
}

/**
 * Runs a function that reads parts, which may turn out to be damaged.
 *
 * @throws PresentationError in place of an `ArchiveError`
 */
export function attempt<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof ArchiveError) throw new PresentationError(error.message, saveAgain);
    throw error;
  }
}

const signatures: readonly (readonly [signature: RegExp, message: string, hint?: string])[] = [
  [/^$/, 'is empty'],
  [/^%PDF/, 'is a PDF'],
  [/^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body)\b/i, 'is a web page'],
  [/^(?:\xef\xbb\xbf)?\s*<\?xml/, 'is an XML file'],
  [/^(?:\x89PNG|\xff\xd8\xff|GIF8|RIFF)/, 'is an image or other media'],
  [
    /^version https:\/\/git-lfs/,
    'is only a pointer to a file in Git LFS',
    'get it with "git lfs pull"',
  ],
  [/^PK/, 'is damaged or incomplete', 'get the file again'],
];

const presentation = /presentationml\.(?:presentation|template|slideshow)\.main\+xml$/i;
const withMacros =
  /ms-powerpoint\.(?:presentation|template|slideshow|addin)\.macroEnabled\.main\+xml$/i;

function openArchive(file: OoxmlPackage): OpenedPresentation {
  const relationships = file.has('[Content_Types].xml') ? file.relationships('') : [];
  const main = relationships.find(({ type }) => type === 'officeDocument')?.target;
  if (main === undefined) throw otherArchive(file);
  const type = file.typeOf(main) ?? '';
  if (!presentation.test(type) && !withMacros.test(type)) throw otherDocument(type);
  if (!file.has(main)) throw new ArchiveError(`is incomplete: ${main} is missing`);
  return { file, main, hasMacros: withMacros.test(type) };
}

function otherArchive(file: OoxmlPackage): PresentationError {
  const type = file.has('mimetype') ? file.text('mimetype') : '';
  if (/opendocument\.presentation/.test(type))
    return new PresentationError(
      'is an OpenDocument presentation',
      'open it in LibreOffice and save it as .pptx',
    );
  if (type.includes('opendocument'))
    return new PresentationError('is an OpenDocument file, but not a presentation', saveAs);
  if (file.paths.some((name) => name.endsWith('.iwa')))
    return new PresentationError('is a Keynote presentation', 'export it as .pptx');
  return new PresentationError('is a ZIP archive without a presentation', 'unpack it first');
}

function otherDocument(type: string): PresentationError {
  const names: readonly (readonly [RegExp, string])[] = [
    [/wordprocessingml|ms-word/, 'is a Word document'],
    [/spreadsheetml|ms-excel/, 'is a workbook'],
    [/officedocument\.theme/, 'is a theme without slides'],
  ];
  const name = names.find(([pattern]) => pattern.test(type))?.[1];
  return new PresentationError(name ?? 'is not a presentation', saveAs);
}

/** A compound file ([MS-CFB]): an old presentation, or a new one with a password. */
function compoundError(bytes: Buffer): PresentationError {
  const has = (name: string): boolean => bytes.includes(Buffer.from(name, 'utf16le'));
  if (has('EncryptedPackage') || has('EncryptionInfo'))
    return new PresentationError('is protected by a password', 'save it without a password');
  if (has('PowerPoint Document'))
    return new PresentationError('is a presentation of PowerPoint 97 to 2003 (.ppt)', saveAs);
  return new PresentationError('is not a PowerPoint file', saveAs);
}
