/** Characters of scripts without spaces between words, of which about two make a word. */
const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;

/** The words of a text, in any language; signs and numbers are none. */
export function countWords(text: string): number {
  const unspaced = text.match(wide)?.length ?? 0;
  const others = text.replace(wide, ' ').match(/\p{L}[\p{L}\p{M}\p{N}'’.-]*/gu) ?? [];
  return others.length + Math.ceil(unspaced / 2);
}

/** How many words a speaker says in a minute. */
const pace = 140;

/** How long it takes to say a text, in seconds. */
export function secondsToSay(text: string): number {
  return Math.round((countWords(text) / pace) * 60);
}

/** `45 s`, `3 min`, `3 min 20 s`. */
export function formatSeconds(seconds: number): string {
  const [minutes, rest] = [Math.floor(seconds / 60), Math.round(seconds % 60)];
  if (minutes === 0) return `${rest} s`;
  return rest === 0 || minutes >= 10 ? `${minutes} min` : `${minutes} min ${rest} s`;
}
