import path from 'node:path';
import { pathOf, reportUnmapped } from '../deck.ts';
import type { SlideText } from '../elements/slide-text.ts';
import { readInfo } from './fence-info.ts';
import { writeCode } from './fences.ts';

const snippet = /^<<<[ \t]*(\S.*?)(#[\w-]+)?[ \t]*(?:[ \t]([\w+#-]+?))?[ \t]*(\{.*)?$/;

/** Translates `<<< @/snippets/x.ts#region ts {2}`: code from a file. */
export function translateSnippet(start: number, line: string, slide: SlideText): void {
  const end = start + line.length;
  const [, name = '', region = '', language, meta = ''] = snippet.exec(line.trim()) ?? [];
  const { deck } = slide;
  const file = name === '' ? undefined : pathOf(name.replace(/^@\//, '/'), deck);
  const found = file && deck.context.project.locate(file, deck.author.realPath);
  if (found === undefined || /\s/.test(found)) {
    const message = 'the file of a snippet is missing';
    reportUnmapped(deck, start, line.trimEnd().length, message, 'its line is shown in place of it');
    slide.edits.replace(start, end, `\`\`\`text\n${line.trim()}\n\`\`\``);
    return;
  }
  const ending = /\.(\w+)$/.exec(name)?.[1] ?? 'text';
  const info = readInfo(`${language ?? ending} ${meta}`);
  writeCode(info, codeIn(found, region, slide), slide, (text) =>
    slide.edits.replace(start, end, `\`\`\`${text} src=${found}${region}\n\`\`\``),
  );
}

/** The code, for the count of its lines. */
function codeIn(file: string, region: string, { deck }: SlideText): string {
  const { project } = deck.context;
  const absolute = path.join(path.dirname(deck.author.realPath), file);
  const text = project.read(absolute, deck.report)?.text ?? '';
  if (region === '') return text;
  const name = region.slice(1);
  const pattern = new RegExp(
    `#?region[ \\t]+${name}\\b[^\\n]*\\n([\\s\\S]*?)\\n[^\\n]*#?endregion`,
  );
  return pattern.exec(text)?.[1] ?? text;
}
