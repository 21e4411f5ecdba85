/** An encoding that a text may be in. */
export interface EncodingGuess {
  /** As in `encoding:`. */
  readonly label: string;
  readonly text: string;
}

/** The most frequent letters of the languages that are written in an encoding of one byte a character. */
const alphabets: Readonly<Record<string, string>> = {
  'windows-1251': 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщіїєў',
  'koi8-r': 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщ',
  ibm866: 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщ',
  'windows-1253': 'αοιετνσρηπκλυμςωδγχθφβξζάόίέήύώ',
  'windows-1250': 'áéíóúčěřšžýůąęłńśźżćőűţăďťňđľĺŕöüäëç',
  'windows-1254': 'ığşçöüâîû',
  'windows-1255': 'אבגדהוזחטיכלמנסעפצקרשתםןךףץ',
  'windows-1256': 'ابتثجحخدذرزسشصضطظعغفقكلمنهويةىأإءپچ',
  'windows-874': 'กขคงจชซญดตถทธนบปผพภมยรลวศสหอะาิีึืุูเแโใไ็่้์ํๆัำ',
};

/** The bytes that begin frequent characters in encodings of two bytes a character, and their punctuation. */
const frequentLeads: Readonly<Record<string, readonly (readonly [first: number, last: number])[]>> =
  {
    shift_jis: [
      [0x81, 0x83],
      [0x88, 0x97],
    ],
    'euc-jp': [
      [0xa1, 0xa5],
      [0xb0, 0xcf],
    ],
    gbk: [
      [0xa1, 0xa3],
      [0xb0, 0xd7],
    ],
    big5: [
      [0xa1, 0xa3],
      [0xa4, 0xc6],
    ],
    'euc-kr': [
      [0xa1, 0xa3],
      [0xb0, 0xc8],
    ],
  };

/** The languages for which an encoding is the usual one before UTF-8. */
const languages: Readonly<Record<string, readonly string[]>> = {
  ja: ['shift_jis', 'euc-jp'],
  zh: ['gbk', 'big5'],
  ko: ['euc-kr'],
  ru: ['windows-1251'],
  uk: ['windows-1251'],
  bg: ['windows-1251'],
  sr: ['windows-1251', 'windows-1250'],
  el: ['windows-1253'],
  ...Object.fromEntries(
    ['cs', 'sk', 'pl', 'hu', 'sl', 'hr', 'ro', 'bs'].map((lang) => [lang, ['windows-1250']]),
  ),
  tr: ['windows-1254'],
  he: ['windows-1255'],
  ar: ['windows-1256'],
  fa: ['windows-1256'],
  th: ['windows-874'],
};

/** The encodings that were usual for a language, except Windows-1252. */
export function usualEncodings(lang: string): readonly string[] {
  return languages[lang.split('-')[0]?.toLowerCase() ?? ''] ?? [];
}

/** The share of characters that must be frequent in the languages of an encoding. */
const minShare = 0.75;
/** More text decides nothing. */
const mostBytes = 65_536;
const mostGuesses = 4;

/**
 * Guesses the encoding of a text that is not in UTF-8, by characters that would be frequent.
 *
 * @param lang the language of the deck, which decides among equals
 * @returns at most four, the likeliest first
 */
export function guessEncodings(bytes: Buffer, lang: string): readonly EncodingGuess[] {
  const usual = usualEncodings(lang);
  const sample = bytes.subarray(0, mostBytes);
  const found = [...Object.keys(frequentLeads), ...Object.keys(alphabets)].flatMap((label) => {
    const text = decode(bytes, label);
    if (text === undefined) return [];
    const share = label in frequentLeads ? pairShare(sample, label) : letterShare(text, label);
    if (share < minShare) return [];
    const kana = /[ぁ-ヿ]/.test(text) && /jis|jp/.test(label) ? 0.3 : 0;
    return [{ label, text, score: share + kana + (usual.includes(label) ? 0.5 : 0) }];
  });
  const [best] = found.toSorted((a, b) => b.score - a.score);
  return found
    .filter(({ score }) => best && score > best.score - 0.2)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, mostGuesses)
    .map(({ label, text }) => ({ label, text }));
}

function decode(bytes: Buffer, label: string): string | undefined {
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    return /[\x00-\x08\x0e-\x1f\x7f-\x9f\uE000-\uF8FF]/.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

/** The share of pairs of bytes that begin with one of frequent characters. */
function pairShare(bytes: Buffer, label: string): number {
  const leads = frequentLeads[label] ?? [];
  let [pairs, frequent] = [0, 0];
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) continue;
    // A byte alone: a narrow kana of Shift JIS.
    if (label === 'shift_jis' && lead >= 0xa1 && lead <= 0xdf) continue;
    pairs++;
    if (leads.some(([first, last]) => lead >= first && lead <= last)) frequent++;
    i++;
  }
  return pairs < 2 ? 0 : frequent / pairs;
}

/** Words as people write them: lower case, capitals, or a capital and lower case. */
const word = /^(?:\p{Ll}+|\p{Lu}+|\p{Lu}\p{Ll}+|[\p{Lo}\p{M}]+)$/u;

/** The share of characters beyond ASCII that are letters of an alphabet, in ordinary words; frequent ones count more. */
function letterShare(text: string, label: string): number {
  const alphabet = alphabets[label] ?? '';
  const isLatin = label === 'windows-1250' || label === 'windows-1254';
  let [all, fitting, frequent] = [0, 0, 0];
  for (const [part] of text.slice(0, mostBytes).matchAll(/[\p{L}\p{M}]+|[^\x00-\x7f]/gu)) {
    const beyond = [...part].filter((character) => character > '\x7f');
    if (beyond.length === 0 || /^[\p{P}\p{S}\u00a0]$/u.test(part)) continue;
    all += beyond.length;
    const ascii = [...part].length - beyond.length;
    const isOdd = isLatin ? beyond.length > 2 && ascii === 0 : ascii > 0;
    if (!word.test(part) || isOdd) continue;
    const places = beyond.map((character) => alphabet.indexOf(character.toLowerCase()));
    fitting += places.filter((place) => place >= 0).length;
    frequent += places.filter((place) => place >= 0 && place < 12).length;
  }
  return all === 0 ? 0 : fitting / all - (isLatin ? 0 : Math.max(0, 0.4 - frequent / all));
}
