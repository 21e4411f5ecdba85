import { deflateRawSync } from 'node:zlib';

/** A ZIP archive of files, by their names. */
export function zip(files: Readonly<Record<string, string | Uint8Array>>): Buffer {
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const header = Buffer.alloc(26);
    header.writeUInt16LE(20, 0);
    header.writeUInt16LE(8, 4);
    header.writeUInt32LE(packed.length, 14);
    header.writeUInt32LE(bytes.length, 18);
    header.writeUInt16LE(name.length, 22);
    parts.push(Buffer.from('PK\x03\x04'), header, Buffer.from(name), packed);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    list.push(Buffer.from('PK\x01\x02\x14\x00'), header, place, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(18);
  const count = Object.keys(files).length;
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(Buffer.concat(list).length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, ...list, Buffer.from('PK\x05\x06'), end]);
}

interface WorkbookParts {
  /** The rows of each sheet as XML, by its name. */
  readonly sheets: Readonly<Record<string, string>>;
  /** What follows the rows of each sheet. */
  readonly after?: string;
  /** What precedes them. */
  readonly before?: string;
  /** The formats of the styles 1, 2, … */
  readonly formats?: readonly string[];
  readonly names?: string;
  readonly properties?: string;
  readonly more?: Readonly<Record<string, string>>;
}

/** A workbook as spreadsheet programs write them. */
export function xlsx(parts: WorkbookParts): Buffer {
  const names = Object.keys(parts.sheets);
  const sheets = names.map(
    (name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  );
  const relations = names.map(
    (_, i) =>
      `<Relationship Id="rId${i + 1}" Type="worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  const formats = parts.formats ?? [];
  return zip({
    '_rels/.rels':
      '<Relationships><Relationship Id="rId1" Type="officeDocument" Target="xl/workbook.xml"/></Relationships>',
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns:r="r">${parts.properties ?? ''}<sheets>${sheets.join('')}</sheets>${parts.names ?? ''}</workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relations.join('')}<Relationship Id="ext1" Target="externalLinks/externalLink1.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet><numFmts>${formats.map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${code.replaceAll('"', '&quot;')}"/>`).join('')}</numFmts><cellXfs><xf numFmtId="0"/>${formats.map((_, i) => `<xf numFmtId="${164 + i}"/>`).join('')}</cellXfs></styleSheet>`,
    'xl/sharedStrings.xml':
      '<sst><si><t>month</t></si><si><r><t>net </t></r><r><t xml:space="preserve">sales</t></r></si></sst>',
    ...Object.fromEntries(
      names.map((name, i) => [
        `xl/worksheets/sheet${i + 1}.xml`,
        `<worksheet>${parts.before ?? ''}<sheetData>${parts.sheets[name]}</sheetData>${parts.after ?? ''}</worksheet>`,
      ]),
    ),
    ...parts.more,
  });
}

/** Rows of cells: numbers, texts, or `[number, style]`. */
export function rowsOf(
  rows: readonly (readonly (string | number | null | readonly [number, number])[])[],
): string {
  return rows
    .map((row, y) => {
      const cells = row.map((cell, x) => {
        if (cell === null) return '';
        const at = `${String.fromCharCode(65 + x)}${y + 1}`;
        if (typeof cell === 'string')
          return `<c r="${at}" t="inlineStr"><is><t>${cell}</t></is></c>`;
        const [value, style] = typeof cell === 'number' ? [cell, 0] : cell;
        return `<c r="${at}" s="${style}"><v>${value}</v></c>`;
      });
      return `<row r="${y + 1}">${cells.join('')}</row>`;
    })
    .join('');
}
