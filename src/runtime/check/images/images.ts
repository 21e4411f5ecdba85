import type { CheckRule, PageFinding } from '../../../model/check.ts';
import { type CheckedSlide, finding } from '../slide.ts';
import { type BackgroundSizes, imagesOn, type ShownImage } from './shown-image.ts';

type Problem = Pick<PageFinding, 'message'> & { readonly rule: CheckRule; readonly hint: string };

/** Images that are blown up, cropped or distorted. */
export function imageFindings(slide: CheckedSlide, sizes: BackgroundSizes): readonly PageFinding[] {
  return imagesOn(slide, sizes).flatMap((image) => {
    const problems = [sizeProblem(image, slide), cropProblem(image), ratioProblem(image)];
    return problems
      .filter((problem) => problem !== undefined)
      .map(({ rule, message, hint }) => finding(slide, rule, image.element, message, hint));
  });
}

/** How many pixels of a slide 720 pixels high a pixel of an image may take. */
const maxScale = 1.5;
/** The share of an image that may be cropped. */
const maxCropped = 0.26;
/** How far its ratio may be from its own. */
const maxDistortion = 0.03;

function sizeProblem(image: ShownImage, { pixel }: CheckedSlide): Problem | undefined {
  const { natural, drawn, isVector, isPixelated } = image;
  const scale = Math.max(drawn.width / natural.width, drawn.height / natural.height) / pixel;
  if (isVector || isPixelated || scale <= maxScale) return undefined;
  const shown = Math.round(scale * 10) / 10;
  const needed = [drawn.width, drawn.height].map((length) => Math.round(length / pixel));
  return {
    rule: 'image-size',
    message: `${nameOf(image)} has ${sizeOf(natural)} pixels and is shown ${shown} times as large, so that it is blurred`,
    hint: `use one with at least ${needed.join(' × ')} pixels, or show it smaller`,
  };
}

function cropProblem(image: ShownImage): Problem | undefined {
  const { drawn, box } = image;
  const seen = Math.min(1, box.width / drawn.width) * Math.min(1, box.height / drawn.height);
  if (1 - seen <= maxCropped) return undefined;
  return {
    rule: 'image-crop',
    message: `${Math.round((1 - seen) * 100)} % of ${nameOf(image)} is cropped`,
    hint: image.isBackground
      ? 'use one with the ratio of the slide, or write backgroundSize: contain'
      : 'use one with the ratio of its place, or show it whole with object-fit: contain',
  };
}

function ratioProblem(image: ShownImage): Problem | undefined {
  const { natural, drawn, isVector } = image;
  const change = (drawn.width / drawn.height) * (natural.height / natural.width);
  // A pixel more or less is no distortion.
  const tolerance = maxDistortion + 1 / Math.min(drawn.width, drawn.height);
  if (isVector || Math.abs(Math.log(change)) <= tolerance) return undefined;
  const [percent, way] = change > 1 ? [change, 'wide'] : [1 / change, 'high'];
  return {
    rule: 'image-ratio',
    message: `${nameOf(image)} is distorted: it is shown ${Math.round((percent - 1) * 100)} % too ${way}`,
    hint: 'set only its width or its height',
  };
}

function nameOf({ isBackground }: ShownImage): string {
  return isBackground ? 'the background image' : 'the image';
}

function sizeOf({ width, height }: ShownImage['natural']): string {
  return `${width} × ${height}`;
}
