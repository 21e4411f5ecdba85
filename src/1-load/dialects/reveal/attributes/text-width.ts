/** The widths of characters in a bold grotesque, in thousandths of the size of type. */
const widths: ReadonlyMap<string, number> = new Map(
  Object.entries({
    278: " ',./ijl",
    333: '!()-:;ft',
    350: 'I',
    389: '*r',
    474: '"',
    500: 'z',
    556: '#$0123456789Jaceksvxy',
    584: '+<=>',
    611: '?FLTZbdghnopqu',
    667: 'EPSVXY',
    722: '&ABCDHKRU',
    770: 'GNOQ',
    830: 'w',
    889: '%',
    920: 'Mm',
    1020: '@W',
  }).flatMap(([width, characters]) => [...characters].map((each) => [each, Number(width)])),
);

/** Type that text is set in. */
export interface Type {
  /** Relative to a bold grotesque. */
  readonly width: number;
  readonly isUppercase: boolean;
}

/** The width of the longest line of a text in em, rather a little too wide. */
export function textWidth(text: string, { width, isUppercase }: Type): number {
  const lines = text.split(/\n|<br\s*\/?>/).map((line) => line.trim());
  return Math.max(
    ...lines.map((line) => lineWidth(isUppercase ? line.toUpperCase() : line, width)),
  );
}

function lineWidth(line: string, width: number): number {
  const plain = line.normalize('NFD').replace(/\p{M}/gu, '');
  return [...plain].reduce((sum, character) => sum + advance(character, width), 0) / 1000;
}

function advance(character: string, width: number): number {
  if (/[\u1100-\u11ff\u2e80-\uffef]|\p{Emoji_Presentation}/u.test(character)) return 1000;
  return (widths.get(character) ?? (/\p{Lu}/u.test(character) ? 780 : 650)) * width;
}
