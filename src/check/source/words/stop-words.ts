/** The most common words of languages in Latin script, which are not those of the others. */
const common: Readonly<Record<string, string>> = {
  en: 'the of and to is that it was for on are with as they at be this have from or had by but what some we out other were all your when up how said each she which their if will about many then them would these has who been its than our',
  de: 'der die und das den von zu mit sich des auf ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch wir ich wenn für wurde beim unser unsere',
  fr: 'le les des et est dans du une qui que pour pas au sur ne se ce il elle avec sont plus par mais nous vous ou leur cette ses aux été ont était être avoir fait comme ces deux sans lui tout quand nos votre',
  es: 'el los las del y que en es por con una para su al lo como más pero sus le ya este sí porque esta entre cuando muy sobre también hasta hay donde quien desde todo nos durante todos ni contra otros ese eso ante ellos fue son está',
  it: 'il di che è la per una sono non con si da come le dei nel alla più della anche gli ma ha delle nella dal al lo cui degli questo questa essere dalla ai del i un suo sua tra quando molto dopo fra hanno era perché',
  pt: 'que não uma os para com se na por mais as dos como mas ao ele das seu sua ou quando muito nos já eu também só pelo pela até isso ela entre depois sem mesmo aos são está foi tem é à',
  nl: 'de het een van en is dat op te zijn met voor niet aan er om ook als maar bij dan zou naar uit nog over wordt door ze heeft werd kan meer worden hebben deze hij geen of wij onze omdat',
  sv: 'och att det som på är av för med den till inte han ett var om har de jag kan så från när vi men också hade skulle eller sig blev efter alla under mycket här där',
  da: 'og at det er en på til af den som med har ikke de for der et han var kan vi fra om men hun sig blev skal også eller efter hvor når mere meget denne dette',
  no: 'og i det er på til som en å for av med at har de ikke den et han var kan vi fra om men jeg seg ble skal også eller etter hvor når mer veldig denne dette',
  fi: 'ja on ei se että oli hän mutta joka ovat myös kun niin kuin tai sen mitä voi olla vain sekä jos hänen ole nyt jotka sitä tämä tämän mukaan kanssa',
  pl: 'i w na z się nie do to jest że o jak po od za co ale przez tak dla czy był jego są tym lub tylko przed być może już oraz które która który przy ich',
  cs: 'a se v na je že s o z do i to pro k jako by za ve po ale od jsem si který jsou při jeho také nebo jen být byl podle která které aby však až této',
  hu: 'a az és hogy nem is egy van ez de meg csak már volt mint vagy el még azt ha lehet ki mert kell ezt amely után ezek minden majd',
  ro: 'și de în la cu pe nu o este un că din pentru care se mai sunt fi ce au prin sau fost după dar într între această acest lui fiind',
  ca: 'el la de i que a els les per en amb una del és no dels al és com més aquest aquesta són ha també seva seu però va han',
  tr: 've bir bu için ile de da çok olarak daha olan gibi en ne kadar sonra var ise her ama o ki değil mi olduğu bunu tarafından',
};

const sets = new Map(
  Object.entries(common).map(([language, words]) => [language, new Set(words.split(' '))]),
);

/** At least so many words are looked at, and found. */
const [leastWords, leastFound] = [20, 6];

/**
 * The language of a text, if it is certainly not the one that it is said to be in.
 *
 * @param said the language of its tag; one that is not known here has no words to compare
 */
export function otherLanguage(text: string, said: string): string | undefined {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length < leastWords || !sets.has(said)) return undefined;
  const counts = [...sets].map(([language, set]) => {
    const found = words.filter((word) => set.has(word));
    return { language, count: found.length, kinds: new Set(found).size };
  });
  const [best] = counts.toSorted((a, b) => b.count - a.count);
  const own = counts.find(({ language }) => language === said)?.count ?? 0;
  if (!best || best.count < leastFound || best.kinds < 4) return undefined;
  return best.count / words.length >= 0.15 && best.count >= 3 * own ? best.language : undefined;
}
