import type { CheckedSlide } from '../slide.ts';

/** An image as it is shown on a slide. Lengths are in pixels of the slide. */
export interface ShownImage {
  readonly element: HTMLElement;
  readonly isBackground: boolean;
  readonly isVector: boolean;
  /** Of its file. */
  readonly natural: Size;
  /** The box that shows it. */
  readonly box: Size;
  /** Its own size there, before it is cropped. */
  readonly drawn: Size;
  /** Whether its pixels are meant to be seen. */
  readonly isPixelated: boolean;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The sizes of the background images of a page, by their addresses. */
export type BackgroundSizes = ReadonlyMap<string, Size>;

const backgrounds = '.slide-background';

/** Reads the sizes of background images, which the browser does not tell. */
export async function readBackgroundSizes(roots: readonly HTMLElement[]): Promise<BackgroundSizes> {
  const elements = roots.flatMap((root) => [...root.querySelectorAll(backgrounds)]);
  const urls = new Set(elements.flatMap((element) => urlOf(element) ?? []));
  const sizes = await Promise.all(
    [...urls].map(async (url) => [url, await readSize(url)] as const),
  );
  return new Map(sizes);
}

async function readSize(url: string): Promise<Size> {
  const image = new Image();
  // Its size is known long before all its pixels are decoded.
  await new Promise((resolve) => {
    image.onload = resolve;
    image.onerror = resolve;
    image.src = url;
  });
  return { width: image.naturalWidth, height: image.naturalHeight };
}

function urlOf(element: Element): string | undefined {
  return /^url\("(.*)"\)$/.exec(getComputedStyle(element).backgroundImage)?.[1];
}

export function imagesOn(slide: CheckedSlide, sizes: BackgroundSizes): readonly ShownImage[] {
  const own = [...slide.root.querySelectorAll('img')].filter((image) => !image.closest('.notes'));
  const behind = [...slide.root.querySelectorAll<HTMLElement>(backgrounds)];
  return [
    ...behind.flatMap((element) => readBackground(element, sizes) ?? []),
    ...own.flatMap((image) => readImage(image, slide) ?? []),
  ];
}

function readImage(image: HTMLImageElement, slide: CheckedSlide): ShownImage | undefined {
  const style = getComputedStyle(image);
  const { naturalWidth, naturalHeight, offsetWidth, offsetHeight } = image;
  if (naturalWidth === 0 || naturalHeight === 0 || offsetWidth < 4 || offsetHeight < 4)
    return undefined;
  if (style.visibility !== 'visible') return undefined;
  const sides = (names: readonly string[]) =>
    names.reduce((sum, name) => sum + Number.parseFloat(style.getPropertyValue(name)), 0);
  const scale = scaleOf(image, slide);
  const box = {
    width:
      (offsetWidth -
        sides(['padding-left', 'padding-right', 'border-left-width', 'border-right-width'])) *
      scale,
    height:
      (offsetHeight -
        sides(['padding-top', 'padding-bottom', 'border-top-width', 'border-bottom-width'])) *
      scale,
  };
  const natural = { width: naturalWidth, height: naturalHeight };
  return {
    element: image,
    isBackground: false,
    isVector: isVector(style.content.startsWith('url') ? style.content : image.currentSrc),
    natural,
    box,
    drawn: fitted(style.objectFit, natural, box),
    isPixelated: style.imageRendering === 'pixelated' || style.imageRendering === 'crisp-edges',
  };
}

/** What transforms make of an image within its slide; 1 if it is turned. */
function scaleOf(image: HTMLElement, { unit }: CheckedSlide): number {
  const { width, height } = image.getBoundingClientRect();
  const [across, down] = [width / image.offsetWidth / unit, height / image.offsetHeight / unit];
  return Math.abs(across - down) < 0.01 ? across : 1;
}

function fitted(fit: string, natural: Size, box: Size): Size {
  const [across, down] = [box.width / natural.width, box.height / natural.height];
  const contained = Math.min(across, down);
  switch (fit) {
    case 'cover':
      return scaled(natural, Math.max(across, down));
    case 'contain':
      return scaled(natural, contained);
    case 'scale-down':
      return scaled(natural, Math.min(1, contained));
    case 'none':
      return natural;
    default:
      return box;
  }
}

function scaled({ width, height }: Size, factor: number): Size {
  return { width: width * factor, height: height * factor };
}

function readBackground(element: HTMLElement, sizes: BackgroundSizes): ShownImage | undefined {
  const url = urlOf(element);
  const natural = url === undefined ? undefined : sizes.get(url);
  if (url === undefined || !natural?.width || !natural.height) return undefined;
  const { backgroundSize, imageRendering } = getComputedStyle(element);
  const box = { width: element.offsetWidth, height: element.offsetHeight };
  return {
    element,
    isBackground: true,
    isVector: isVector(url),
    natural,
    box,
    drawn: sized(backgroundSize, natural, box),
    isPixelated: imageRendering === 'pixelated' || imageRendering === 'crisp-edges',
  };
}

function sized(css: string, natural: Size, box: Size): Size {
  if (css === 'cover' || css === 'contain') return fitted(css, natural, box);
  const [first = 'auto', second = 'auto'] = css.split(' ');
  const width = lengthOf(first, box.width);
  const height = lengthOf(second, box.height);
  if (width === undefined && height === undefined) return natural;
  return {
    width: width ?? ((height ?? 0) * natural.width) / natural.height,
    height: height ?? ((width ?? 0) * natural.height) / natural.width,
  };
}

function lengthOf(css: string, whole: number): number | undefined {
  if (css === 'auto') return undefined;
  const value = Number.parseFloat(css);
  return css.endsWith('%') ? (value / 100) * whole : value;
}

function isVector(url: string): boolean {
  return /^(?:url\("?)?data:image\/svg/.test(url);
}
