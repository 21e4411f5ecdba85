import type { CalloutType } from '../model/blocks.ts';

/** The words that Lectern writes on slides. */
type Words = Readonly<Record<CalloutType, string>> & {
  /** The label before the source of a chart, with colon and space. */
  readonly source: string;
};

type Row = readonly [
  source: string,
  note: string,
  tip: string,
  important: string,
  warning: string,
  caution: string,
];

const english: Row = ['Source: ', 'Note', 'Tip', 'Important', 'Warning', 'Caution'];

/** By language, script or region. */
const rows: ReadonlyMap<string, Row> = new Map([
  ['en', english],
  ['ar', ['المصدر: ', 'ملاحظة', 'نصيحة', 'مهم', 'تحذير', 'تنبيه']],
  ['cs', ['Zdroj: ', 'Poznámka', 'Tip', 'Důležité', 'Varování', 'Pozor']],
  ['da', ['Kilde: ', 'Bemærk', 'Tip', 'Vigtigt', 'Advarsel', 'Forsigtig']],
  ['de', ['Quelle: ', 'Hinweis', 'Tipp', 'Wichtig', 'Warnung', 'Vorsicht']],
  ['el', ['Πηγή: ', 'Σημείωση', 'Συμβουλή', 'Σημαντικό', 'Προειδοποίηση', 'Προσοχή']],
  ['es', ['Fuente: ', 'Nota', 'Consejo', 'Importante', 'Advertencia', 'Precaución']],
  ['fa', ['منبع: ', 'یادداشت', 'نکته', 'مهم', 'هشدار', 'احتیاط']],
  ['fi', ['Lähde: ', 'Huomautus', 'Vinkki', 'Tärkeää', 'Varoitus', 'Varo']],
  ['fr', ['Source\u00a0: ', 'Remarque', 'Astuce', 'Important', 'Avertissement', 'Attention']],
  ['he', ['מקור: ', 'הערה', 'טיפ', 'חשוב', 'אזהרה', 'זהירות']],
  ['hi', ['स्रोत: ', 'ध्यान दें', 'सुझाव', 'महत्वपूर्ण', 'चेतावनी', 'सावधानी']],
  ['hu', ['Forrás: ', 'Megjegyzés', 'Tipp', 'Fontos', 'Figyelmeztetés', 'Vigyázat']],
  ['it', ['Fonte: ', 'Nota', 'Suggerimento', 'Importante', 'Avvertenza', 'Attenzione']],
  ['ja', ['出典：', '注記', 'ヒント', '重要', '警告', '注意']],
  ['ko', ['출처: ', '참고', '팁', '중요', '경고', '주의']],
  ['nb', ['Kilde: ', 'Merk', 'Tips', 'Viktig', 'Advarsel', 'Forsiktig']],
  ['nl', ['Bron: ', 'Opmerking', 'Tip', 'Belangrijk', 'Waarschuwing', 'Let op']],
  ['pl', ['Źródło: ', 'Uwaga', 'Wskazówka', 'Ważne', 'Ostrzeżenie', 'Przestroga']],
  ['pt', ['Fonte: ', 'Nota', 'Dica', 'Importante', 'Aviso', 'Cuidado']],
  ['ro', ['Sursa: ', 'Notă', 'Sfat', 'Important', 'Avertisment', 'Atenție']],
  ['ru', ['Источник: ', 'Примечание', 'Совет', 'Важно', 'Предупреждение', 'Осторожно']],
  ['sk', ['Zdroj: ', 'Poznámka', 'Tip', 'Dôležité', 'Varovanie', 'Pozor']],
  ['sv', ['Källa: ', 'Notera', 'Tips', 'Viktigt', 'Varning', 'Se upp']],
  ['tr', ['Kaynak: ', 'Not', 'İpucu', 'Önemli', 'Uyarı', 'Dikkat']],
  ['uk', ['Джерело: ', 'Примітка', 'Порада', 'Важливо', 'Попередження', 'Обережно']],
  ['zh', ['来源：', '说明', '提示', '重要', '警告', '小心']],
  ['zh-Hant', ['來源：', '說明', '提示', '重要', '警告', '小心']],
]);

/** Languages that use the words of another one. */
const relatives: ReadonlyMap<string, string> = new Map([
  ['no', 'nb'],
  ['nn', 'nb'],
  ['iw', 'he'],
]);

/**
 * Returns the words in a deck's language, or in English.
 *
 * @param lang a BCP 47 tag
 */
export function wordsIn(lang: string): Words {
  const { language, script = '' } = new Intl.Locale(lang).maximize();
  const name = relatives.get(language ?? '') ?? language ?? '';
  const row = rows.get(`${name}-${script}`) ?? rows.get(name) ?? english;
  const [source, note, tip, important, warning, caution] = row;
  return { source, note, tip, important, warning, caution };
}
