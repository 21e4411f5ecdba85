import type { LanguageFn } from 'highlight.js';

/** Loads the grammar of a language of highlight.js by the name of its module. */
export async function loadLanguage(name: string): Promise<LanguageFn> {
  const language: { default: LanguageFn } = await import(`highlight.js/lib/languages/${name}`);
  return language.default;
}
