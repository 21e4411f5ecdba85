import { namedLayouts } from '../../1-load/template/match-layouts.ts';
import { readTemplate } from '../../1-load/template/template-theme.ts';
import type { Report } from '../../base/diagnostics/report.ts';
import type { BuiltPage } from '../../model/page.ts';
import { BrowserError } from '../browser/browser-error.ts';
import type { Exporter, ExportRequest } from '../exporter.ts';
import { chooseSlides } from '../slide-range.ts';
import type { Raster } from './deck-file.ts';
import { reportLosses } from './losses.ts';
import type { Presentation } from './presentation.ts';
import { countShown, withHidden } from './slide-order.ts';
import { withImageColors } from './template/image-colors.ts';
import { attemptTemplate, reportTemplate } from './template/report-template.ts';

/** A presentation for PowerPoint, from the deck itself: with text, tables and charts that can be edited. */
export const pptx: Exporter = {
  name: 'pptx',
  summary: 'a PowerPoint file with text, tables and charts to edit',
  suffix: '',
  extensions: ['.pptx'],
  usesBrowser: false,
  usesDeck: true,
  async export(request) {
    const { page, built, options, onProgress, report } = request;
    if (!built) throw new Error('the deck was not built');
    const { deck } = built.contents;
    const slides = withHidden(deck, chooseSlides(options.slides, countShown(deck)));
    const { writePresentation } = await import('./presentation.ts');
    const rasters = await drawAll(request, built, slides);
    const { theme } = deck.frontMatter;
    const file = theme.isTemplate && { name: theme.name, file: theme.cssFile };
    const template = file ? readTemplate(file, report) : undefined;
    const settings = { slides, rasters, madeAt: options.madeAt, report };
    const presentation = await attemptTemplate(theme.name, report, async () => {
      const named = namedLayouts(deck.frontMatter.pptx?.layouts);
      const colored = template && (await withImageColors(template, named));
      return writePresentation(built, { ...settings, template: colored });
    });
    if (!presentation) return [];
    reportLosses(presentation.losses, report);
    if ('replaced' in presentation.design) reportTemplate(presentation.design, built, report);
    reportFonts(presentation, report);
    onProgress(page.slideCount);
    return [{ ending: '.pptx', content: presentation.bytes, slides: slides.length }];
  },
};

/** Draws the images that need a browser. Without one, the export goes on. */
async function drawAll(
  { open, report }: ExportRequest,
  page: BuiltPage,
  slides: readonly number[],
): Promise<ReadonlyMap<string, Raster>> {
  const { wantedDrawings } = await import('./raster/drawings.ts');
  const wanted = wantedDrawings(page, slides);
  if (wanted.length === 0) return new Map();
  const { drawingPage, drawRasters } = await import('./raster/draw.ts');
  try {
    return await open(drawingPage(page, wanted), (tab) => drawRasters(tab, wanted));
  } catch (error) {
    if (!(error instanceof BrowserError)) throw error;
    // Videos have a drawn frame then.
    const count = wanted.filter(({ kind }) => kind !== 'video').length;
    if (count === 0) return new Map();
    const images = count === 1 ? 'one image' : `${count} images`;
    const message = `${images} could not be drawn without a browser: diagrams are missing, and vector images are only shown by PowerPoint 2019 and later`;
    report.add('pptx-image', undefined, message, error.hint);
    return new Map();
  }
}

/** Names the fonts that the file needs. */
function reportFonts({ design: { fonts } }: Presentation, report: Report): void {
  if (fonts.length === 0) return;
  const message = `the PowerPoint file uses the fonts ${new Intl.ListFormat('en').format(fonts)}, which it does not contain`;
  report.add(
    'pptx-font',
    undefined,
    message,
    'install them where it is shown, or name common fonts in "fonts" of the front matter',
  );
}
