import { ownValue } from '../../../base/own-value.ts';

/** Texts of links that do not say where they lead, by language. */
const byLanguage: Readonly<Record<string, string>> = {
  en: `here|click|click here|click here now|click this|click this link|click me|click the link|press here|tap here|this|this link|
    this page|this site|this article|this one|link|links|the link|link here|more|more here|more info|more information|more details|
    read|read this|read more|read more here|read on|learn more|learn more here|see more|see here|see this|view more|show more|
    find out more|find out more here|discover more|get more info|info|go|go here|look here|check it out|check this out|check here|
    visit|visit here|open|open this|open link|continue|continue reading|details here|url|it|that|there|page|follow this link`,
  de: `hier|hier klicken|klick hier|klicke hier|klicken sie hier|bitte hier klicken|klick mich|mehr|mehr dazu|mehr hier|mehr infos|
    mehr info|mehr informationen|mehr erfahren|mehr lesen|weitere infos|weitere informationen|weiterlesen|weiter|siehe hier|
    lesen sie mehr|lies mehr|dieser link|der link|diese seite|diesem link|dies|dort|da|infos|öffnen`,
  fr: `ici|cliquez ici|cliquer ici|clique ici|cliquez|lien|ce lien|le lien|plus|plus d'infos|plus d'info|plus d'informations|
    en savoir plus|en lire plus|lire plus|lire la suite|la suite|voir plus|voir ici|cette page|par ici|là|ouvrir|suite`,
  es: `aquí|aqui|haz clic aquí|haga clic aquí|hacer clic aquí|haz click aquí|clic aquí|click aquí|pincha aquí|pulse aquí|pulsa aquí|
    enlace|este enlace|el enlace|más|más info|más información|leer más|lee más|ver más|ver aquí|saber más|conoce más|esta página|seguir leyendo|
    allí|esto|abrir`,
  it: `qui|clicca qui|cliccare qui|fai clic qui|cliccate qui|premi qui|questo link|il link|collegamento|di più|più|più info|
    più informazioni|maggiori informazioni|leggi|leggi tutto|leggi di più|continua|continua a leggere|scopri di più|vedi qui|
    questa pagina|questo|apri`,
  pt: `aqui|clique aqui|clica aqui|clicar aqui|carregue aqui|mais|mais aqui|saiba mais|saber mais|leia mais|ler mais|ver mais|veja mais|
    veja aqui|mais informações|mais info|este link|esta página|ligação|hiperligação|isto|abrir|continuar a ler|continue lendo`,
  nl: `hier|klik hier|klik|hier klikken|meer|lees meer|lees hier|lees verder|verder lezen|meer lezen|meer info|meer informatie|meer weten|
    deze link|de link|deze pagina|dit|bekijk hier|openen`,
  sv: 'här|klicka här|läs mer|läs mer här|mer|mer info|mer information|länk|länken|denna länk|den här länken|denna sida|se mer',
  da: 'her|klik her|læs mere|læs mere her|mere|mere info|mere information|linket|dette link|denne side|se mere',
  no: 'her|klikk her|les mer|les mer her|mer|mer info|mer informasjon|lenke|lenken|denne lenken|denne siden|se mer',
  fi: 'tästä|täällä|tässä|klikkaa tästä|klikkaa tätä|lue lisää|lisää|lisätietoja|linkki|tämä linkki|katso tästä',
  pl: 'tutaj|tu|kliknij tutaj|kliknij|kliknij tu|więcej|więcej informacji|czytaj więcej|czytaj dalej|dowiedz się więcej|ten link|ta strona',
  cs: 'zde|tady|klikněte zde|klikni zde|více|více informací|číst dále|číst více|odkaz|tento odkaz|tato stránka',
  hu: 'itt|ide|kattintson ide|kattints ide|több|tovább|bővebben|további információ|ez a link',
  ro: 'aici|click aici|apasă aici|mai mult|mai multe|citește mai mult|citește mai departe|acest link',
  ca: 'aquí|fes clic aquí|feu clic aquí|més|més informació|llegir més|enllaç|aquest enllaç',
  tr: 'burada|buraya|buraya tıklayın|buraya tıkla|tıklayın|tıkla|devamı|devamını oku|daha fazla|daha fazla bilgi|bağlantı|bu bağlantı',
  ru: 'здесь|тут|сюда|нажмите здесь|щёлкните здесь|кликните здесь|нажмите сюда|подробнее|подробнее здесь|ещё|читать далее|читать дальше|ссылка|эта ссылка|по ссылке|узнать больше',
  uk: 'тут|натисніть тут|докладніше|детальніше|читати далі|посилання|це посилання',
  el: 'εδώ|κλικ εδώ|κάντε κλικ εδώ|πατήστε εδώ|περισσότερα|διαβάστε περισσότερα|σύνδεσμος',
  he: 'כאן|לחץ כאן|לחצו כאן|עוד|קרא עוד|למידע נוסף|קישור',
  ar: 'هنا|اضغط هنا|انقر هنا|المزيد|اقرأ المزيد|رابط',
  ja: 'ここ|こちら|ここをクリック|こちらをクリック|クリック|詳細|詳細はこちら|詳しくはこちら|もっと見る|続きを読む|リンク',
  zh: '这里|這裡|這里|点击这里|點擊這裡|点此|點此|点击此处|此处|此處|更多|了解更多|阅读更多|閱讀更多|查看更多|链接|連結|鏈接',
  ko: '여기|여기를 클릭|여기를 클릭하세요|클릭|더 보기|더보기|자세히|자세히 보기|링크',
};

/** Other tags of the same language. */
const aliases: Readonly<Record<string, string>> = { nb: 'no', nn: 'no' };

const words = new Map(
  Object.entries(byLanguage).map(([language, list]) => [
    language,
    new Set(list.split('|').map((word) => word.replace(/\s+/g, ' ').trim())),
  ]),
);

/**
 * Whether the text of a link could be that of any link: “click here”, „hier“.
 *
 * @param language tag. A text of several words, or in another script, is found in every language.
 */
export function isVague(text: string, language: string): boolean {
  const plain = text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^[\p{P}\p{S}\s]+|[\p{P}\p{S}\s]+$/gu, '')
    .replace(/\s+/g, ' ');
  const [base = ''] = language.toLowerCase().split('-');
  const isOwn = [ownValue(aliases, base) ?? base, 'en'].some((each) => words.get(each)?.has(plain));
  if (isOwn) return true;
  const isOfOneLanguage = /\s/.test(plain) || /[^\p{Script=Latin}\p{P}]/u.test(plain);
  return isOfOneLanguage && [...words.values()].some((list) => list.has(plain));
}
