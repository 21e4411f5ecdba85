import path from 'node:path';
import { readXml } from '../../../base/ooxml/read-xml.ts';
import type { ZipArchive } from '../../../base/ooxml/zip.ts';
import { decodeUri } from '../../../base/text/decode-uri.ts';

export interface SheetEntry {
  readonly name: string;
  /** The file of the sheet in the archive. */
  readonly file: string;
  readonly isHidden: boolean;
}

/** The parts of a workbook that concern all of its sheets. */
export interface Workbook {
  readonly archive: ZipArchive;
  readonly sheets: readonly SheetEntry[];
  /** Defined names and tables: a name, and its range, such as `'My sheet'!$A$1:$B$2`. */
  readonly names: ReadonlyMap<string, string>;
  /** Days count from 1904, not 1900. */
  readonly is1904: boolean;
  /** The file of each link to another workbook, in order. */
  readonly externals: readonly string[];
}

/** Reads the list of sheets of a workbook (ECMA-376); `undefined` if the archive contains none. */
export function readWorkbook(archive: ZipArchive): Workbook | undefined {
  const file = findWorkbook(archive);
  const xml = file === undefined ? undefined : archive.readText(file);
  if (file === undefined || xml === undefined) return undefined;
  const targets = readRelations(archive, file);
  const sheets: SheetEntry[] = [];
  const names = new Map<string, string>();
  const externals: string[] = [];
  let [is1904, name] = [false, ''];
  readXml(xml, {
    open(element, attributes) {
      if (element === 'workbookPr') is1904 = /^(?:1|true)$/.test(attributes.date1904 ?? '');
      if (element === 'definedName') name = attributes.name ?? '';
      const target = targets.get(relationId(attributes));
      if (element === 'externalReference') externals.push(target ?? '');
      // A sheet that is not found is reported if it is shown.
      if (element === 'sheet') {
        const isHidden = (attributes.state ?? 'visible') !== 'visible';
        sheets.push({ name: attributes.name ?? '', file: target ?? '', isHidden });
      }
      return undefined;
    },
    close(element, text) {
      // Names such as _xlnm.Print_Area are Excel's own.
      if (element === 'definedName' && !name.startsWith('_xlnm')) names.set(name, text.trim());
      return undefined;
    },
  });
  return { archive, sheets, names, is1904, externals };
}

/** Adds the tables of all sheets to the names of a workbook. */
export function namesOf({ archive, names, sheets }: Workbook): ReadonlyMap<string, string> {
  const all = new Map(names);
  for (const { name, file } of sheets) {
    for (const target of readRelations(archive, file).values()) {
      if (!/\/tables\/[^/]+$/.test(target)) continue;
      readXml(archive.readText(target) ?? '', {
        open(element, { displayName, name: own, ref }) {
          const title = displayName ?? own;
          if (element !== 'table' || !title || !ref) return undefined;
          all.set(title, `'${name.replaceAll("'", "''")}'!${ref}`);
          return false;
        },
      });
    }
  }
  return all;
}

function findWorkbook(archive: ZipArchive): string | undefined {
  const main = [...readRelations(archive, '').values()].find((target) =>
    /workbook\.xml$/i.test(target),
  );
  return main ?? archive.names.find((name) => /(?:^|\/)workbook\.xml$/i.test(name));
}

/** The relations of a file to others: their ids, and the files as named in the archive. */
function readRelations(archive: ZipArchive, file: string): ReadonlyMap<string, string> {
  const folder = path.posix.dirname(file);
  const xml = archive.readText(
    path.posix.join(folder, '_rels', `${path.posix.basename(file)}.rels`),
  );
  const targets = new Map<string, string>();
  readXml(xml ?? '', {
    open(element, { Id = '', Target = '', TargetMode }) {
      if (element !== 'Relationship') return undefined;
      const isOutside = TargetMode === 'External';
      const resolved = path.posix.resolve('/', folder, Target).slice(1);
      targets.set(Id, isOutside ? Target : findPart(archive, resolved));
      return undefined;
    },
  });
  return targets;
}

/** The name of a part in the archive: links may be percent-encoded. */
function findPart(archive: ZipArchive, link: string): string {
  return archive.has(link) ? link : decodeUri(link);
}

/** The name of the workbook that a link leads to. @param file that of the link */
export function readExternalName(archive: ZipArchive, file: string): string {
  const [target = ''] = readRelations(archive, file).values();
  const name = target.split(/[\\/]/).at(-1) ?? '';
  try {
    return name.includes('%') ? decodeURI(name.replace(/%(?![0-9A-F]{2})/gi, '%25')) : name;
  } catch {
    // Encoded in another way than UTF-8.
    return name;
  }
}

function relationId(attributes: Readonly<Record<string, string>>): string {
  const key = Object.keys(attributes).find((name) => name.endsWith(':id'));
  return key === undefined ? '' : (attributes[key] ?? '');
}
