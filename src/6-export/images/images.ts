import type { ExportedFile, Exporter, ExportRequest } from '../exporter.ts';
import { pageGlobal, pageScript } from '../page-script.ts';
import { chooseSlides } from '../slide-range.ts';
import { keepSlides, wantPrinted } from '../wanted-slides.ts';

type PictureFormat = 'png' | 'jpeg' | 'webp';

/** A picture of each slide, or of each step. */
export const png: Exporter = exporterOf('png', ['.png']);
export const jpeg: Exporter = exporterOf('jpeg', ['.jpg', '.jpeg']);
export const webp: Exporter = exporterOf('webp', ['.webp']);

function exporterOf(format: PictureFormat, extensions: readonly string[]): Exporter {
  return {
    name: format,
    summary: 'a picture of each slide',
    suffix: '',
    extensions,
    usesBrowser: true,
    export: (request) => takePictures(request, format, extensions[0] ?? ''),
  };
}

/** Of 100: no fault can be seen in text, at a third of the bytes. */
const quality = 92;

/** On a slide of usual size, 1920 pixels. */
const usualScale = 1.5;

interface Picture {
  readonly slide: number;
  readonly step?: number;
}

async function takePictures(
  { page, options, show, onProgress }: ExportRequest,
  format: PictureFormat,
  extension: string,
): Promise<readonly ExportedFile[]> {
  const { size } = page;
  const slides = chooseSlides(options.slides, page.slideCount);
  const scale = options.width === undefined ? usualScale : options.width / size.width;
  const { isTransparent } = options;
  return show(async (tab) => {
    await tab.resize(size.width, size.height, scale);
    await tab.evaluate(keepSlides(slides));
    if (options.steps) await tab.evaluate(wantPrinted(['steps']));
    await tab.showAsPrinted();
    const script = `${await pageScript('images')};${pageGlobal}.preparePictures(${isTransparent})`;
    const pictures = await tab.evaluate<readonly Picture[]>(script);
    const digits = Math.max(2, String(page.slideCount).length);
    const files: ExportedFile[] = [];
    for (const [index, picture] of pictures.entries()) {
      await tab.evaluate(`${pageGlobal}.showPicture(${index})`);
      const shot = { format, isTransparent, ...(format !== 'png' && { quality }) };
      const content = await tab.shoot(shot);
      files.push({ ending: nameOf(picture, digits) + extension, content, slides: 1 });
      onProgress(Math.round(((index + 1) / pictures.length) * page.slideCount));
    }
    return files;
  });
}

/** `-03`, `-03-2` */
function nameOf({ slide, step }: Picture, digits: number): string {
  const number = `-${String(slide).padStart(digits, '0')}`;
  return step === undefined ? number : `${number}-${step + 1}`;
}
