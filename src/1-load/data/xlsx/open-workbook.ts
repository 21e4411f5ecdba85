import type { ZipArchive } from '../../../base/ooxml/zip.ts';
import { ArchiveError } from '../../../base/ooxml/zip.ts';
import { type NumberStyle, readNumberStyles } from './number-formats.ts';
import { SheetText } from './sheet-text.ts';
import { readWorkbook, type SheetEntry, type Workbook } from './workbook.ts';
import { readSharedStrings } from './worksheet.ts';

/** A workbook whose parts are unpacked and parsed once, however many ranges of it a deck shows. */
export class OpenWorkbook {
  readonly #archive: ZipArchive;
  readonly #texts = new Map<string, SheetText>();
  readonly #strings = new Map<string, readonly string[]>();
  readonly #styles = new Map<string, readonly NumberStyle[]>();
  #workbook: Workbook | undefined;

  constructor(archive: ZipArchive) {
    this.#archive = archive;
  }

  /** @throws ArchiveError */
  get workbook(): Workbook {
    this.#workbook ??= readWorkbook(this.#archive);
    if (this.#workbook) return this.#workbook;
    throw new ArchiveError('is incomplete: it contains no list of its sheets');
  }

  /** @throws ArchiveError */
  textOf({ name, file }: SheetEntry): SheetText {
    return compute(this.#texts, file, () => {
      const xml = this.#archive.readText(file);
      if (xml !== undefined) return new SheetText(xml);
      throw new ArchiveError(`is incomplete: the sheet "${name}" is missing in it`);
    });
  }

  /** The texts that the cells of a sheet refer to. */
  stringsOf(sheet: SheetEntry): readonly string[] {
    const file = nextTo(sheet.file, 'sharedStrings.xml');
    return compute(this.#strings, file, () => readSharedStrings(this.#read(file)));
  }

  stylesOf(sheet: SheetEntry): readonly NumberStyle[] {
    const file = nextTo(sheet.file, 'styles.xml');
    return compute(this.#styles, file, () => readNumberStyles(this.#read(file)));
  }

  #read(file: string): string {
    return this.#archive.readText(file) ?? '';
  }
}

/** Shared strings and styles are in the folder above that of the sheets. */
function nextTo(sheetFile: string, name: string): string {
  return [...sheetFile.split('/').slice(0, -2), name].join('/');
}

function compute<T>(known: Map<string, T>, key: string, read: () => T): T {
  const value = known.get(key) ?? read();
  known.set(key, value);
  return value;
}
