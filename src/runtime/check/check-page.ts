import type { Box, PageFinding } from '../../model/check.ts';
import { findingsOf } from './contrast/contrast.ts';
import { measureTexts } from './contrast/measure.ts';
import { comparePixels, decode, hideTexts, type OpenSlide, showOnly } from './contrast/pixels.ts';
import { readBackgroundSizes } from './images/shown-image.ts';
import { layoutFindings } from './rules.ts';
import { type CheckedSlide, checkedSlide } from './slide.ts';

/** What was found, and what is left to measure in screenshots. */
interface PageCheck {
  readonly findings: readonly PageFinding[];
  /** The number of slides with texts that are over more than plain colors. */
  readonly openSlides: number;
}

/** A part of the page, in CSS pixels, and the pixels of its screenshot in each of them. */
interface Clip extends Box {
  readonly scale: number;
}

/** Half the pixels of a slide are as good for what is behind letters, and take a quarter of the time. */
const shotScale = 0.5;

let open: readonly OpenSlide[] = [];
let shot: readonly OpenSlide[] = [];
let restore: (() => void) | undefined;

/** Checks the slides of a page that is laid out for printing. */
export async function checkPage(): Promise<PageCheck> {
  const roots = [...document.querySelectorAll<HTMLElement>('.slides section.slide')];
  const slides = roots.map(checkedSlide);
  const sizes = await readBackgroundSizes(roots);
  const findings = slides.flatMap((slide) => layoutFindings(slide, sizes));
  const measured = slides.map((slide) => ({ slide, texts: measureTexts(slide) }));
  open = measured.filter(({ texts }) => texts.open.length > 0);
  const done = measured.filter((each) => !open.includes(each));
  const faint = done.flatMap(({ slide, texts }) => findingsOf(slide, texts.known));
  return { findings: [...findings, ...faint], openSlides: open.length };
}

/** Shows some of the open slides without their texts. @returns where they are */
export function showForShot(start: number, count: number): Clip {
  restore ??= hideTexts(open);
  shot = open.slice(start, start + count);
  showOnly(shot);
  const boxes = shot.map(({ slide }) => pageBox(slide));
  const top = Math.min(...boxes.map(({ y }) => y));
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height));
  const [first] = boxes;
  return {
    x: first?.x ?? 0,
    y: top,
    width: first?.width ?? 1,
    height: bottom - top,
    scale: shotScale,
  };
}

/** Compares the texts of the slides in a screenshot with what is behind them. @param base64 PNG */
export async function compareShot(base64: string): Promise<readonly PageFinding[]> {
  const image = await decode(base64);
  if (!image) return [];
  const top = Math.min(...shot.map(({ slide }) => pageBox(slide).y));
  return shot.flatMap((each) =>
    comparePixels({ image, scale: shotScale }, pageBox(each.slide).y - top, each),
  );
}

/** Shows all slides with their texts again. */
export function endShots(): void {
  restore?.();
  restore = undefined;
}

function pageBox({ root }: CheckedSlide): Box {
  const { x, y, width, height } = root.getBoundingClientRect();
  return { x: x + scrollX, y: y + scrollY, width, height };
}
