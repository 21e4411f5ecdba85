/**
 * Currencies as people write them besides their signs and codes: `kr`, `zł`, `円`, `Euro`. Patterns for a regular
 * expression with the flag `u`.
 */
const dollars =
  'US\\$|AU?\\$|CA?\\$|NZ\\$|HK\\$|S\\$|R\\$|NT\\$|MX\\$|AR\\$|CL\\$|COP\\$|RD\\$|TT\\$';
const short =
  'S?Fr\\.?|kr\\.?|zł|zl|Kč|Kc|Ft\\.?|[Ll]ei|лв\\.?|руб\\.?|р\\.|грн\\.?|Rs\\.?|Rp\\.?|RM|RMB|TL|KM|din\\.?|Bs\\.?|S/\\.?|F? ?CFA|FCFA|đ|[Ee]ur|дин\\.?';
const words =
  '[Ee]uros?|[Dd]ollars?|[Pp]ounds?|[Ff]rancs?|Franken|[Kk]ronen|kroner|kronor|[Rr]upees?|[Yy]en|[Yy]uan|[Ww]on|[Pp]esos?|reais|[Rr]ubles?|Rubel|рубл(?:ь|я|ей)|евро|złotych|korun|forint|đồng|रुपये|บาท|ریال|تومان|درهم|دينار';
const eastAsian =
  '[円圆圓元원엔块塊]|人民[币幣]|[美欧歐日韩韓港]元|日[圆圓]|[美台港][币幣]|美金|英[镑鎊]|ユーロ|ドル|ポンド|달러|유로|위안';

export const currencyNames: string = [dollars, short, words, eastAsian].join('|');

/** Thousands and more in words or letters, which are a part of the unit: `12 Mio. €`, `3万円`, `$1.2bn`. */
export const scaleNames: string =
  '[百千万萬亿億兆천만억조]+|Mio\\.?|Mrd\\.?|Tsd\\.?|mln\\.?|mld\\.?|млн\\.?|млрд\\.?|тыс\\.?|[Mm]illions?|[Mm]illionen|[Mm]illiarden|[Mm]illiards?|[Bb]illions?|[Tt]housand|crores?|lakhs?|[kKmMB]|bn|mn|tn';

/** Whether a scale is a letter or two, which mean it only next to a currency. */
export function isShortScale(name: string): boolean {
  return /^(?:[kKmMB]|bn|mn|tn)$/.test(name);
}

/** Whether three capital letters are a currency: a code of ISO 4217, or a common name. */
export function isCurrencyCode(code: string): boolean {
  return /^(?:RMB|CFA)$/.test(code) || Intl.supportedValuesOf('currency').includes(code);
}

/** Whether a unit is of East Asia, where the point is the decimal mark: `元`, `万円`, `억원`. */
export function isEastAsianUnit(unit: string): boolean {
  return /[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}￥]/u.test(unit);
}

/** Whether amounts in a currency are mostly whole, so that `1.234 Ft` is a thousand and more. */
export function isWholeCurrency(unit: string): boolean {
  return /^(?:[¥₩₫đ]|(?:JPY|KRW|VND|IDR|HUF|CLP|Ft|Rp|[Yy]en|[Ww]on)\.?)$/u.test(unit);
}
