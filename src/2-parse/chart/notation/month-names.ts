const languages =
  'en de fr es it pt nl sv da nb fi pl cs sk hu ro hr sl tr el ru uk bg id et lv lt ca is'.split(
    ' ',
  );

/** Short forms that are in use and that Intl does not list. */
const others: readonly (readonly [name: string, month: number])[] = [
  ['sept', 9],
  ['mrz', 3],
  ['jänner', 1],
  ['feber', 2],
  ['set', 9],
];

let known: ReadonlyMap<string, number> | undefined;

/** The month, from 1, of a name in any of the usual languages, in full or short: `März`, `Sept.`, `févr.` */
export function monthOf(name: string): number | undefined {
  known ??= readMonthNames();
  return known.get(normalize(name));
}

/** A name of different months in two languages (`lis`) belongs to the first of them. */
function readMonthNames(): ReadonlyMap<string, number> {
  const months = new Map<string, number>();
  const add = (name: string, month: number) => {
    const key = normalize(name);
    if (/^\p{L}{2,}$/u.test(key) && !months.has(key)) months.set(key, month);
  };
  for (const language of languages) {
    for (const month of ['long', 'short'] as const) {
      for (const options of [{ month }, { month, day: 'numeric' as const }]) {
        const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
        for (let i = 0; i < 12; i++) {
          const parts = format.formatToParts(Date.UTC(2024, i, 1));
          add(parts.find(({ type }) => type === 'month')?.value ?? '', i + 1);
        }
      }
    }
  }
  for (const [name, month] of others) add(name, month);
  return months;
}

/** Without case, accents and the dot of a short form. */
function normalize(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '');
}
