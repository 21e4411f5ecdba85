import type { Codec } from '../base/memo/stored-memo.ts';
import type { ElementNames, Feature, SlideContent, TextRun } from '../model/rendered.ts';
import type { RenderedContent, SlideFindings } from './slide.ts';

interface StoredContent {
  readonly effects: SlideContent['effects'];
  readonly features: readonly Feature[];
  readonly findings: Omit<SlideFindings, 'features' | 'charts' | 'diagrams'>;
}

/** A run of text; its path only if that is not what its key says. */
type StoredRun = readonly [key: string, characters: string, path?: TextRun['path'], isMath?: true];

/** Stores the HTML of slides. Those with drawings and footnotes depend on others, and are rendered again. */
export const contentCodec: Codec<RenderedContent> = {
  name: 'html',
  write({ content, findings }) {
    const { features, charts, diagrams, ...others } = findings;
    if (charts.length + diagrams.length + others.footnotes.length > 0) return undefined;
    const { html, notes, text, effects } = content;
    const stored: StoredContent = { effects, features: [...features], findings: others };
    return [JSON.stringify(stored), html, notes, JSON.stringify(text.map(writeRun))];
  },
  read([json = '', html = '', notes = '', runs = '']) {
    const { effects, features, findings } = JSON.parse(json) as StoredContent;
    let text: readonly TextRun[] | undefined;
    const content: SlideContent = {
      html,
      notes,
      // Most builds know the characters of most slides.
      get text() {
        text ??= (JSON.parse(runs) as readonly StoredRun[]).map(readRun);
        return text;
      },
      drawn: [],
      effects,
    };
    return {
      content,
      findings: { ...findings, features: new Set(features), charts: [], diagrams: [] },
    };
  },
  identityOf: ({ content }) => content,
};

function writeRun({ key, characters, path, isMath }: TextRun): StoredRun {
  if (isMath) return [key, characters, path, true];
  return saysPath(key, path) ? [key, characters] : [key, characters, path];
}

function readRun([key, characters, path, isMath]: StoredRun): TextRun {
  return { path: path ?? pathOf(key), key, characters, isMath: isMath ?? false };
}

/** Whether a key, which has all names, has no sign of its own in them. */
function saysPath(key: string, path: TextRun['path']): boolean {
  let signs = 0;
  for (let at = key.indexOf('>'); at >= 0; at = key.indexOf('>', at + 1)) signs++;
  return signs === path.length;
}

/** The elements that a key names, unless their classes contain its signs. */
function pathOf(key: string): readonly ElementNames[] {
  return key
    .split('>')
    .slice(1)
    .map((names) => names.split(' '));
}
