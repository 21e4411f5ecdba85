import { ownValue } from '../../../base/own-value.ts';

/** Words that Quarto writes by itself, in the language of the deck. */
export type WordName = (typeof names)[number];

const names = [
  ...(['fig', 'tbl', 'lst', 'thm', 'lem', 'cor', 'prp', 'cnj', 'def', 'exm', 'exr'] as const),
  ...(['rem', 'sol', 'alg', 'eq', 'sec', 'proof'] as const),
  ...(['tip', 'nte', 'wrn', 'imp', 'cau', 'contents', 'references'] as const),
] as const;

const english =
  'Figure Table Listing Theorem Lemma Corollary Proposition Conjecture Definition Example Exercise ' +
  'Remark Solution Algorithm Equation Section Proof Tip Note Warning Important Caution Contents References';

/** In the order of the names. */
const byLanguage: Readonly<Record<string, string>> = {
  de:
    'Abbildung Tabelle Listing Theorem Lemma Korollar Aussage Annahme Definition Beispiel Übungsaufgabe ' +
    'Anmerkung Lösung Algorithmus Gleichung Kapitel Beweis Tipp Hinweis Warnung Wichtig Vorsicht ' +
    'Inhaltsverzeichnis Literatur',
  fr:
    'Figure Table Listing Théorème Lemme Corollaire Proposition Conjecture Définition Exemple Exercice ' +
    'Remarque Solution Algorithme Équation Section Preuve Astuce Note Avertissement Important ' +
    'Attention Sommaire Références',
  es:
    'Figura Tabla Listado Teorema Lema Corolario Proposición Conjetura Definición Ejemplo Ejercicio ' +
    'Observación Solución Algoritmo Ecuación Sección Demostración Tip Nota Advertencia Importante ' +
    'Precaución Contenidos Referencias',
  it:
    'Figura Tabella Lista Teorema Lemma Corollario Proposizione Congettura Definizione Esempio Esercizio ' +
    'Osservazione Soluzione Algoritmo Equazione Sezione Dimostrazione Consiglio Nota Avviso Importante ' +
    'Attenzione Indice Referenze',
  pt:
    'Figura Tabela Listagem Teorema Lema Corolário Proposição Conjetura Definição Exemplo Exercício ' +
    'Comentário Solução Algoritmo Equação Seção Comprovação Dica Nota Aviso Importante Cuidado ' +
    'Índice Referências',
  nl:
    'Figuur Tabel Listing Stelling Lemma Conclusie Voorstel Aanname Definitie Voorbeeld Oefening ' +
    'Opmerking Oplossing Algoritme Vergelijking Paragraaf Bewijs Tip Opmerking Waarschuwing Belangrijk ' +
    'Opgelet Inhoudsopgave Referenties',
};

/** A word in the language of a deck, or else in English. */
export function wordFor(name: WordName, language = 'en'): string {
  const [code = ''] = language.toLowerCase().split('-');
  const words = (ownValue(byLanguage, code) ?? english).split(' ');
  return words[names.indexOf(name)] ?? name;
}

export function isWordName(text: string): text is WordName {
  return names.some((name) => name === text);
}
