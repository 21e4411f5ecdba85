import type { ExportedFile, Exporter, ExportRequest } from '../exporter.ts';
import { pageGlobal } from '../page-script.ts';
import { chooseSlides } from '../slide-range.ts';
import { keepSlides, wantPrinted } from '../wanted-slides.ts';
import { layOutForImages } from './lay-out.ts';

type ImageFormat = 'png' | 'jpeg' | 'webp';

/** An image per slide, or per step. */
export const png: Exporter = exporterOf('png', ['.png']);
export const jpeg: Exporter = exporterOf('jpeg', ['.jpg', '.jpeg']);
export const webp: Exporter = exporterOf('webp', ['.webp']);

function exporterOf(format: ImageFormat, extensions: readonly string[]): Exporter {
  return {
    name: format,
    summary: 'an image of each slide',
    suffix: '',
    extensions,
    usesBrowser: true,
    export: (request) => exportImages(request, format, extensions[0] ?? ''),
  };
}

/** Of 100. Text shows no artifacts, at a third of the bytes. */
const quality = 92;

/** Gives an image 1920 pixels wide for a slide of the default size. */
const defaultScale = 1.5;

interface SlideImage {
  readonly slide: number;
  readonly step?: number;
}

async function exportImages(
  { page, options, show, onProgress }: ExportRequest,
  format: ImageFormat,
  extension: string,
): Promise<readonly ExportedFile[]> {
  const { size } = page;
  const slides = chooseSlides(options.slides, page.slideCount);
  const scale = options.width === undefined ? defaultScale : options.width / size.width;
  const { isTransparent } = options;
  return show(async (tab) => {
    await tab.resize(size.width, size.height, scale);
    await tab.evaluate(keepSlides(slides));
    if (options.steps) await tab.evaluate(wantPrinted(['steps']));
    await layOutForImages(tab);
    const images = await tab.evaluate<readonly SlideImage[]>(
      `${pageGlobal}.prepareImages(${isTransparent})`,
    );
    const digits = Math.max(2, String(page.slideCount).length);
    const files: ExportedFile[] = [];
    for (const [index, image] of images.entries()) {
      await tab.evaluate(`${pageGlobal}.showImage(${index})`);
      const shot = { format, isTransparent, ...(format !== 'png' && { quality }) };
      const content = await tab.shoot(shot);
      files.push({ ending: nameOf(image, digits) + extension, content, slides: 1 });
      onProgress(Math.round(((index + 1) / images.length) * page.slideCount));
    }
    return files;
  });
}

/** `-03`, `-03-2` */
function nameOf({ slide, step }: SlideImage, digits: number): string {
  const number = `-${String(slide).padStart(digits, '0')}`;
  return step === undefined ? number : `${number}-${step + 1}`;
}
