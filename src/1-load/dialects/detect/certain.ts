import { type DeckText, ownKeys } from './deck-text.ts';
import { evidenceByPoints } from './points.ts';
import type { Evidence, Tool } from './tool.ts';

/** Keys of front matter that only one tool has. */
const toolKeys: readonly (readonly [Tool, readonly string[]])[] = [
  [
    'reveal',
    ['revealOptions', 'verticalSeparator', 'separator', 'notesSeparator', 'highlightTheme'],
  ],
  [
    'slidev',
    [
      ...['highlighter', 'drawings', 'mdc', 'comark', 'colorSchema', 'monaco', 'routerMode'],
      ...['canvasWidth', 'aspectRatio', 'addons', 'titleTemplate', 'themeConfig', 'lineNumbers'],
      ...['download', 'exportFilename', 'htmlAttrs', 'hideInToc', 'monacoTypesSource', 'twoslash'],
      ...['routeAlias', 'clicksStart', 'layoutClass', 'browserExporter', 'remoteAssets'],
    ],
  ],
];

/** Themes that only Lectern has; a theme of reveal.js has the name of one, too. */
const ownThemes = /^(?:ink|paper|plain|signal|terminal|(?:reveal|marp|slidev)\/[\w-]+)$/;

/** What leaves no doubt about the tool that a deck was written for; the first that holds. */
export function certainEvidence(text: DeckText): Evidence | undefined {
  const { ending, matter, keys, body } = text;
  if (ending === '.qmd' || ending === '.rmd') {
    return { tool: 'quarto', reason: `its name ends in ${ending}` };
  }
  if (/^marp[ \t]*:[ \t]*["']?true\b/m.test(matter)) {
    return { tool: 'marp', reason: 'its front matter has "marp: true"' };
  }
  const format = /^format[ \t]*:[ \t]*(?:\n[ \t]+)?["']?(?:[\w+]+-)?revealjs\b/m.exec(matter);
  if (format) return { tool: 'quarto', reason: 'its front matter has "format: revealjs"' };
  const theme = /^theme[ \t]*:[ \t]*["']?([\w./-]+)/m.exec(matter)?.[1] ?? '';
  if (ownThemes.test(theme)) return { tool: 'lectern', reason: `its theme is ${theme}` };
  if (/^`{3,}chart\b/m.test(body)) return { tool: 'lectern', reason: 'a chart' };
  const isOfTool = toolKeys.some(([, names]) => names.some((name) => keys.has(name)));
  // Decks of reveal.js name scripts, too.
  const own = ownKeys.find((key) => keys.has(key) && !(isOfTool && key === 'scripts'));
  if (own !== undefined) return { tool: 'lectern', reason: `"${own}" in its front matter` };
  const [comment] = /<!-- *\.(?:slide|element)\b/.exec(text.prose) ?? [];
  if (comment !== undefined) return { tool: 'reveal', reason: `it has comments "${comment}: …"` };
  for (const [tool, names] of toolKeys) {
    const key = names.find((name) => keys.has(name));
    if (key !== undefined && !(tool === 'reveal' && isOfPandoc(text))) {
      return { tool, reason: `its front matter has "${key}"` };
    }
  }
  const [mark] =
    /<v-(?:clicks?|after|switch|drag|mark)\b|<[a-z][^<>]* v-click\b|^<<< /m.exec(text.prose) ?? [];
  if (mark !== undefined && !hasNoteLines(text)) {
    return { tool: 'slidev', reason: `it has "${mark.trim().slice(0, 20)}"` };
  }
  if (text.hasDots) return { tool: 'pandoc', reason: 'a line "..." closes its front matter' };
  if (/^% \S/.test(body) && matter === '') {
    return { tool: 'pandoc', reason: 'it begins with a title after "%"' };
  }
  return undefined;
}

/** Notes as Lectern and reveal.js have them: Slidev would show them. Its own are comments that end a slide. */
function hasNoteLines({ prose }: DeckText): boolean {
  return /^(?:Notes?:|:{3,}[ \t]*notes\b)/m.test(prose) && !/-->[ \t]*\n\s*(?:---|$)/.test(prose);
}

/** Slides by headings, whose front matter is also for an editor that shows them with reveal.js as one slide. */
function isOfPandoc(text: DeckText): boolean {
  const { prose } = text;
  return (
    /^:{3,}[ \t]*(?:notes|incremental)\b/m.test(prose) &&
    !/^--+[ \t]*$/m.test(prose) &&
    evidenceByPoints(text)?.tool === 'pandoc'
  );
}
