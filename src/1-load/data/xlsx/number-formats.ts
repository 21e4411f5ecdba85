import { readXml } from '../../../base/ooxml/read-xml.ts';

/** What the number format of a cell says of its value. */
export interface NumberStyle {
  readonly kind: 'number' | 'date' | 'duration' | 'text';
  /** Decimal places; absent in the format General. */
  readonly decimals?: number;
  readonly isGrouped?: boolean;
  /** `%`, or a currency. */
  readonly unit?: string;
  /** The parts of a date, as in `Intl.DateTimeFormat`. */
  readonly date?: Readonly<Intl.DateTimeFormatOptions>;
}

/** The formats that a workbook need not write down (ECMA-376, part 1, 18.8.30). */
const builtIn: ReadonlyMap<number, string> = new Map([
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [14, 'm/d/yyyy'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm'],
  [19, 'h:mm:ss'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'm/d/yyyy h:mm'],
  [37, '#,##0'],
  [38, '#,##0'],
  [39, '#,##0.00'],
  [40, '#,##0.00'],
  [41, '#,##0'],
  [42, '#,##0'],
  [43, '#,##0.00'],
  [44, '#,##0.00'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mm:ss.0'],
  [49, '@'],
  ...[27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, 'yyyy/m/d'] as const),
  ...[32, 33, 34, 35, 55, 56].map((id) => [id, 'h:mm'] as const),
]);

/** That of spreadsheet programs, in characters. */
const maxCode = 255;

/** More than the 15 digits that spreadsheet programs store, and the most that every Node.js formats. */
const maxDecimals = 20;

/** Reads `styles.xml`: the number style of each cell style, by its index. */
export function readNumberStyles(xml: string): readonly NumberStyle[] {
  const custom = new Map<number, string>();
  const ids: number[] = [];
  let isInCells = false;
  readXml(xml, {
    open(element, { numFmtId, formatCode = '' }) {
      if (element === 'cellXfs') isInCells = true;
      if (element === 'numFmt') custom.set(Number(numFmtId), formatCode);
      if (element === 'xf' && isInCells) ids.push(Number(numFmtId ?? 0));
      return undefined;
    },
    close(element) {
      if (element === 'cellXfs') isInCells = false;
      return undefined;
    },
  });
  const styles = new Map<number, NumberStyle>();
  return ids.map((id) => {
    const style = styles.get(id) ?? readNumberStyle(custom.get(id) ?? builtIn.get(id) ?? '');
    styles.set(id, style);
    return style;
  });
}

/** Reads a format code: `#,##0.00 "€"`, `0.0%`, `[$-407]d. mmmm yyyy`. */
export function readNumberStyle(code: string): NumberStyle {
  // The first section is for positive numbers.
  const [section = ''] = code.slice(0, maxCode).match(/^(?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\])*/) ?? [];
  const literals = (section.match(/"[^"]*"|\\./g) ?? []).join('').replace(/["\\]/g, '');
  const currency = /\[\$([^\]-]+)(?:-[^\]]*)?\]/.exec(section)?.[1];
  const bare = section
    .replace(/"[^"]*"|\\.|[_*]./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .replace(/general/gi, '');
  if (bare.trim() === '@') return { kind: 'text' };
  if (/[dmyhs]/i.test(bare)) return readDateStyle(bare.toLowerCase());
  const sign = currency ?? `${bare}${literals}`.match(/\p{Sc}/u)?.[0];
  const unit = bare.includes('%') ? '%' : sign?.trim();
  const digits = /[0#?](?:[0#?,. ]*[0#?])?/.exec(bare)?.[0];
  const decimals = /\.([0#?]+)/.exec(digits ?? '')?.[1]?.length ?? 0;
  return {
    kind: 'number',
    ...(unit && { unit }),
    ...(digits && { decimals: Math.min(decimals, maxDecimals) }),
    isGrouped: digits?.includes(',') ?? false,
  };
}

function readDateStyle(code: string): NumberStyle {
  // An m next to hours or seconds is minutes.
  const time = code.replace(/\[?h+\]?[^dmyhs]*m+|m+[^dmyhs]*s+/g, 'hn').replace(/\[m+\]/g, 'n');
  const [day, month, year] = ['d', 'm', 'y'].map((part) => time.match(new RegExp(`${part}+`))?.[0]);
  if (!day && !month && !year) return { kind: 'duration' };
  const names = { mmm: 'short', mmmm: 'long', mmmmm: 'narrow' } as const;
  const monthName = names[month as keyof typeof names];
  return {
    kind: 'date',
    date: {
      ...(year && { year: 'numeric' as const }),
      ...(month && { month: monthName ?? ('2-digit' as const) }),
      ...(day &&
        day.length < 3 && { day: monthName ? ('numeric' as const) : ('2-digit' as const) }),
      ...(/[hs]/.test(time) && { hour: '2-digit' as const, minute: '2-digit' as const }),
    },
  };
}
