import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { knownThemes } from '../../../1-load/theme.ts';
import { slotsOf } from '../../../2-parse/slides/layouts.ts';
import { shootSlide } from '../../../6-export/images/slide-image.ts';
import { Report } from '../../../base/diagnostics/report.ts';
import { introductionOf, readManual } from '../../../base/manual/pages.ts';
import { chartTypes } from '../../../model/chart.ts';
import { type LayoutName, layoutNames } from '../../../model/deck.ts';
import { chooseText } from '../../docs/docs-command.ts';
import { decksIn } from '../../plan.ts';
import { exampleImage, layoutExamples } from '../layout-examples.ts';
import type { Session } from '../session.ts';
import { type Answer, defineTool } from '../tool.ts';
import { ToolError } from '../tool-error.ts';

const kinds = ['decks', 'layouts', 'themes', 'charts'] as const;

export const list = defineTool({
  name: 'list',
  description:
    'Lists the decks of the project, the layouts of slides with their slots, the themes, or the types of charts. With of: "layouts" and a name, shows an image of an example and its Markdown.',
  input: {
    of: z.enum(kinds),
    name: z.enum(layoutNames).optional().describe('a layout'),
  },
  writes: false,
  async run({ of, name }, session): Promise<Answer> {
    if (of === 'decks') return { data: { decks: decksOf(session.project.root) } };
    if (of === 'themes') {
      const themes = knownThemes(session.project.root).filter((each) => !each.includes('/'));
      return { data: { themes, manual: introduction('themes') } };
    }
    if (of === 'charts') {
      const manual = [introduction('charts'), chooseText(['charts', 'types'], readManual())];
      return { data: { charts: chartTypes, manual: manual.join('\n') } };
    }
    return name === undefined ? { data: { layouts: layouts() } } : showLayout(name, session);
  },
});

function introduction(topic: string): string {
  return introductionOf(chooseText([topic], readManual()));
}

function descriptionsOf(layout: LayoutName): readonly string[] {
  return slotsOf(layout).map(({ description }) => description);
}

function layouts(): readonly object[] {
  return layoutNames.map((name) => {
    return { name, slots: descriptionsOf(name), example: layoutExamples[name] };
  });
}

/** In the project folder and in `slides/`. */
function decksOf(root: string): readonly string[] {
  return ['', 'slides'].flatMap((folder) => {
    const names = decksIn(path.join(root, folder)) ?? [];
    return names.map((name) => path.posix.join(folder, name));
  });
}

async function showLayout(name: LayoutName, session: Session): Promise<Answer> {
  const { show } = session;
  const example = layoutExamples[name];
  const about = { name, slots: descriptionsOf(name), example };
  if (!show) return { data: about };
  const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'lectern-layout-')));
  try {
    writeFileSync(path.join(folder, 'image.svg'), exampleImage);
    writeFileSync(path.join(folder, 'deck.md'), `---\ntitle: Example\n---\n\n${example}\n`);
    const options = { cwd: folder, root: folder, allowRemote: false, share: false };
    const page = await session.buildPage(path.join(folder, 'deck.md'), options, new Report());
    if (!page) throw new ToolError(`the example of ${name} cannot be built`);
    return {
      png: await show(page, (tab) => shootSlide(tab, page, { slide: 1, width: 640 })),
      about,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
