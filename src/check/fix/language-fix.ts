import type { Edit } from '../../base/diagnostics/diagnostic.ts';
import type { Span } from '../../model/source.ts';

/** Scripts of one language today. Others, such as Cyrillic, are of several. */
const ofOneLanguage: Readonly<Record<string, string>> = {
  Armn: 'hy',
  Geor: 'ka',
  Grek: 'el',
  Gujr: 'gu',
  Guru: 'pa',
  Hang: 'ko',
  Hebr: 'he',
  Jpan: 'ja',
  Khmr: 'km',
  Knda: 'kn',
  Laoo: 'lo',
  Mlym: 'ml',
  Mymr: 'my',
  Sinh: 'si',
  Taml: 'ta',
  Telu: 'te',
  Thai: 'th',
};

/** Names the language of a passage, if its script is of no other. @param span of the passage, in `line` */
export function nameLanguage(
  passage: { readonly text: string; readonly script: string; readonly language: string },
  span: Span,
  line: string,
): readonly Edit[] | undefined {
  const { text, script, language } = passage;
  const start = span.column - 1;
  const [before = '', after = ''] = [line[start - 1], line[start + text.length]];
  const isAlone = line.startsWith(text, start) && !/[[\]()`<>]/.test(before + text + after);
  // In HTML, brackets are text.
  const isMarkdown = !/<\/?[a-z]/i.test(line);
  if (ofOneLanguage[script] !== language || !isAlone || !isMarkdown) return undefined;
  return [
    { span: { ...span, length: text.length }, was: text, text: `[${text}]{lang=${language}}` },
  ];
}

/** Names the language of a deck that names none. @param lines of its file */
export function nameDeckLanguage(
  language: string,
  file: string,
  lines: readonly string[],
): readonly Edit[] | undefined {
  const span = { file, line: 1, column: 1 };
  if (lines[0]?.trimEnd() !== '---') {
    return [{ span: { ...span, length: 0 }, was: '', text: `---\nlang: ${language}\n---\n\n` }];
  }
  const end = lines.findIndex((line, i) => i > 0 && line.trimEnd() === '---');
  const isNamed = end < 0 || lines.slice(0, end).some((line) => /^["']?lang["']?\s*:/.test(line));
  if (isNamed) return undefined;
  return [{ span: { ...span, length: 3 }, was: '---', text: `---\nlang: ${language}` }];
}
