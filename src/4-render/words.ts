import { likelySubtags } from '../base/language-tag.ts';
import type { CalloutType } from '../model/blocks.ts';

/** The words that Lectern writes on slides. */
type Words = Readonly<Record<CalloutType, string>> & {
  /** The label before the source of a chart, with colon and space. */
  readonly source: string;
  /** The heading of a slide's speaker notes. */
  readonly speakerNotes: string;
  /** Before the number of a slide without a title. */
  readonly slide: string;
};

type Row = readonly [
  source: string,
  note: string,
  tip: string,
  important: string,
  warning: string,
  caution: string,
  speakerNotes: string,
  slide: string,
];

const english: Row = [
  'Source: ',
  'Note',
  'Tip',
  'Important',
  'Warning',
  'Caution',
  'Speaker notes',
  'Slide',
];

/** By language, script or region. */
const rows: ReadonlyMap<string, Row> = new Map([
  ['en', english],
  ['ar', ['المصدر: ', 'ملاحظة', 'نصيحة', 'مهم', 'تحذير', 'تنبيه', 'ملاحظات المتحدث', 'شريحة']],
  [
    'cs',
    ['Zdroj: ', 'Poznámka', 'Tip', 'Důležité', 'Varování', 'Pozor', 'Poznámky řečníka', 'Snímek'],
  ],
  ['da', ['Kilde: ', 'Bemærk', 'Tip', 'Vigtigt', 'Advarsel', 'Forsigtig', 'Talernoter', 'Slide']],
  [
    'de',
    ['Quelle: ', 'Hinweis', 'Tipp', 'Wichtig', 'Warnung', 'Vorsicht', 'Sprechernotizen', 'Folie'],
  ],
  [
    'el',
    [
      'Πηγή: ',
      'Σημείωση',
      'Συμβουλή',
      'Σημαντικό',
      'Προειδοποίηση',
      'Προσοχή',
      'Σημειώσεις ομιλητή',
      'Διαφάνεια',
    ],
  ],
  [
    'es',
    [
      'Fuente: ',
      'Nota',
      'Consejo',
      'Importante',
      'Advertencia',
      'Precaución',
      'Notas del orador',
      'Diapositiva',
    ],
  ],
  ['fa', ['منبع: ', 'یادداشت', 'نکته', 'مهم', 'هشدار', 'احتیاط', 'یادداشت‌های سخنران', 'اسلاید']],
  [
    'fi',
    [
      'Lähde: ',
      'Huomautus',
      'Vinkki',
      'Tärkeää',
      'Varoitus',
      'Varo',
      'Puhujan muistiinpanot',
      'Dia',
    ],
  ],
  [
    'fr',
    [
      'Source\u00a0: ',
      'Remarque',
      'Astuce',
      'Important',
      'Avertissement',
      'Attention',
      'Notes de l’orateur',
      'Diapositive',
    ],
  ],
  ['he', ['מקור: ', 'הערה', 'טיפ', 'חשוב', 'אזהרה', 'זהירות', 'הערות הדובר', 'שקופית']],
  ['hi', ['स्रोत: ', 'ध्यान दें', 'सुझाव', 'महत्वपूर्ण', 'चेतावनी', 'सावधानी', 'वक्ता के नोट्स', 'स्लाइड']],
  [
    'hu',
    [
      'Forrás: ',
      'Megjegyzés',
      'Tipp',
      'Fontos',
      'Figyelmeztetés',
      'Vigyázat',
      'Előadói jegyzetek',
      'Dia',
    ],
  ],
  [
    'it',
    [
      'Fonte: ',
      'Nota',
      'Suggerimento',
      'Importante',
      'Avvertenza',
      'Attenzione',
      'Note del relatore',
      'Diapositiva',
    ],
  ],
  ['ja', ['出典：', '注記', 'ヒント', '重要', '警告', '注意', '発表者ノート', 'スライド']],
  ['ko', ['출처: ', '참고', '팁', '중요', '경고', '주의', '발표자 노트', '슬라이드']],
  [
    'nb',
    ['Kilde: ', 'Merk', 'Tips', 'Viktig', 'Advarsel', 'Forsiktig', 'Talernotater', 'Lysbilde'],
  ],
  [
    'nl',
    [
      'Bron: ',
      'Opmerking',
      'Tip',
      'Belangrijk',
      'Waarschuwing',
      'Let op',
      'Sprekersnotities',
      'Dia',
    ],
  ],
  [
    'pl',
    [
      'Źródło: ',
      'Uwaga',
      'Wskazówka',
      'Ważne',
      'Ostrzeżenie',
      'Przestroga',
      'Notatki prelegenta',
      'Slajd',
    ],
  ],
  ['pt', ['Fonte: ', 'Nota', 'Dica', 'Importante', 'Aviso', 'Cuidado', 'Notas do orador', 'Slide']],
  [
    'ro',
    [
      'Sursa: ',
      'Notă',
      'Sfat',
      'Important',
      'Avertisment',
      'Atenție',
      'Notele vorbitorului',
      'Diapozitiv',
    ],
  ],
  [
    'ru',
    [
      'Источник: ',
      'Примечание',
      'Совет',
      'Важно',
      'Предупреждение',
      'Осторожно',
      'Заметки докладчика',
      'Слайд',
    ],
  ],
  [
    'sk',
    ['Zdroj: ', 'Poznámka', 'Tip', 'Dôležité', 'Varovanie', 'Pozor', 'Poznámky rečníka', 'Snímka'],
  ],
  [
    'sv',
    ['Källa: ', 'Notera', 'Tips', 'Viktigt', 'Varning', 'Se upp', 'Talaranteckningar', 'Bild'],
  ],
  ['tr', ['Kaynak: ', 'Not', 'İpucu', 'Önemli', 'Uyarı', 'Dikkat', 'Konuşmacı notları', 'Slayt']],
  [
    'uk',
    [
      'Джерело: ',
      'Примітка',
      'Порада',
      'Важливо',
      'Попередження',
      'Обережно',
      'Нотатки доповідача',
      'Слайд',
    ],
  ],
  ['zh', ['来源：', '说明', '提示', '重要', '警告', '小心', '演讲者备注', '幻灯片']],
  ['zh-Hant', ['來源：', '說明', '提示', '重要', '警告', '小心', '演講者備忘稿', '投影片']],
]);

/** Languages that use the words of another one. */
const relatives: ReadonlyMap<string, string> = new Map([
  ['no', 'nb'],
  ['nn', 'nb'],
  ['iw', 'he'],
]);

/** By language tag. */
const known = new Map<string, Words>();

/**
 * Returns the words in a deck's language, or in English.
 *
 * @param lang a BCP 47 tag
 */
export function wordsIn(lang: string): Words {
  const words = known.get(lang) ?? findWords(lang);
  known.set(lang, words);
  return words;
}

function findWords(lang: string): Words {
  const { language, script } = likelySubtags(lang);
  const name = relatives.get(language) ?? language;
  const row = rows.get(`${name}-${script}`) ?? rows.get(name) ?? english;
  const [source, note, tip, important, warning, caution, speakerNotes, slide] = row;
  return { source, note, tip, important, warning, caution, speakerNotes, slide };
}
