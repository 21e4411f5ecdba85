/**
 * Folds case, accents and white space: `É` becomes `e`. Keeps the index of each character.
 */
export function fold(text: string): string {
  let folded = '';
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    folded += /\s/.test(character) ? ' ' : foldCharacter(character);
  }
  return folded;
}

function foldCharacter(character: string): string {
  if (character < '\x7f') return character.toLowerCase();
  const [base = character] = character.normalize('NFD');
  return base.toLowerCase().charAt(0);
}
