import { OoxmlPackage } from '../../base/ooxml/package.ts';
import {
  childOf,
  childrenOf,
  descend,
  findAll,
  type XmlElement,
} from '../../base/ooxml/xml-tree.ts';
import { ArchiveError } from '../../base/ooxml/zip.ts';

/** A workbook of a chart has some kilobytes. */
const maxUnpacked = 16 * 1024 * 1024;

/**
 * The first cell of a chart's workbook, which has the name of its categories. A chart itself does not say it.
 *
 * @returns an empty text if there is none, or the workbook cannot be read
 */
export function cornerOf(workbook: Buffer): string {
  try {
    const file = new OoxmlPackage(workbook, maxUnpacked);
    const sheet = file.paths.filter((path) => /\/worksheets\/[^/]+\.xml$/i.test(path)).sort()[0];
    const row = sheet === undefined ? undefined : descend(file.xml(sheet), 'sheetData', 'row');
    const cell = childrenOf(row, 'c').find(({ attributes }) => /^A1$/i.test(attributes.r ?? ''));
    return cell ? textOf(cell, file) : '';
  } catch (error) {
    if (error instanceof ArchiveError) return '';
    throw error;
  }
}

function textOf(cell: XmlElement, file: OoxmlPackage): string {
  const value = childOf(cell, 'v')?.text ?? '';
  if (cell.attributes.t === 'inlineStr') return texts(cell);
  if (cell.attributes.t !== 's') return value;
  const strings = file.paths.find((path) => /sharedStrings\.xml$/i.test(path));
  const found =
    strings === undefined ? undefined : childrenOf(file.xml(strings), 'si')[Number(value)];
  return found ? texts(found) : '';
}

function texts(element: XmlElement): string {
  return findAll(element, 't')
    .map(({ text }) => text)
    .join('');
}
