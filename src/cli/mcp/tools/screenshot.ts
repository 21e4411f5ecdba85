import { z } from 'zod';
import { shootSlide } from '../../../6-export/images/slide-image.ts';
import { Report } from '../../../base/diagnostics/report.ts';
import type { PlannedDeck } from '../../../base/pipeline.ts';
import { withTheme } from '../front-matter.ts';
import { deckInput, slideInput } from '../inputs.ts';
import type { Session } from '../session.ts';
import { defineTool } from '../tool.ts';
import { ToolError } from '../tool-error.ts';

export const screenshot = defineTool({
  name: 'screenshot',
  description:
    'Shows a slide as a PNG: in the theme of the deck or, if it is written for Lectern, in another one, complete or at a step (0: before the first step).',
  input: {
    deck: deckInput,
    slide: slideInput,
    step: z.number().int().min(0).max(1000).optional(),
    theme: z.string().max(200).optional().describe('a name that list gives, such as paper'),
    width: z.number().int().min(200).max(1920).default(960).describe('of the image, in pixels'),
  },
  writes: false,
  async run({ deck: name, slide, step, theme, width }, session) {
    const { show } = session;
    if (!show) throw new ToolError('there is no browser: the server was started with --no-browser');
    const deck = session.project.deck(name);
    const planned = session.plan(deck);
    const report = new Report();
    const page = await session.preview(
      theme === undefined ? planned : await inTheme(planned, theme, session),
      report,
    );
    const unknown = report.diagnostics.find(({ code }) => code === 'theme-unknown');
    if (theme !== undefined && unknown) {
      throw new ToolError([unknown.message, unknown.hint].filter(Boolean).join('\n'));
    }
    if (slide > page.slideCount) {
      throw new ToolError(`there is no slide ${slide}: the deck has ${page.slideCount}`);
    }
    const shot = { slide, width, ...(step !== undefined && { step }) };
    const png = await show(page, (tab) => shootSlide(tab, page, shot));
    return {
      png,
      about: { slide, of: page.slideCount, title: page.slides[slide - 1]?.title ?? '' },
    };
  },
});

async function inTheme(
  planned: PlannedDeck,
  theme: string,
  session: Session,
): Promise<PlannedDeck> {
  const { dialect, file } = await session.slidesOf(planned);
  if (dialect !== 'lectern')
    throw new ToolError(
      `this deck is written for ${dialect}: it can be shown in its own theme only; lectern convert writes it for Lectern`,
    );
  return session.plan(planned.deck, new Map([[file.realPath, withTheme(file, theme)]]));
}
