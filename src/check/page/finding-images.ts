import type { Tab } from '../../6-export/browser/tab.ts';
import { pageGlobal, pageScript } from '../../6-export/page-script.ts';
import type { Code } from '../../base/diagnostics/diagnostic.ts';
import type { Frame } from '../../model/check.ts';
import type { Page } from '../../model/page.ts';
import type { Finding } from '../finding.ts';

/** An image of a slide in which the places of its findings are framed. */
export interface FindingImage {
  /** The number of the slide, from 1. */
  readonly slide: number;
  /** A PNG file. */
  readonly content: Buffer;
  /** In the order of their numbers in the image, from 1. */
  readonly findings: readonly Finding[];
}

/** Gives an image 1920 pixels wide for a slide of the default size, as exported images. */
const scale = 1.5;

/** These concern a slide as a whole, although they have the place of its title. */
const wholeSlide: ReadonlySet<Code> = new Set<Code>([
  'slide-shrunk',
  'title-missing',
  'density',
  'notes-time',
  'notes-missing',
]);

/** Takes an image of each slide that has a finding, on a page that was checked. */
export async function shootFindings(
  tab: Tab,
  { size, slides }: Page,
  all: readonly Finding[],
): Promise<readonly FindingImage[]> {
  await tab.resize(size.width, size.height, scale);
  await tab.evaluate(`${await pageScript('check/frames')};${pageGlobal}.prepareFrames()`);
  const images: FindingImage[] = [];
  for (const { number: slide } of slides) {
    const findings = all.filter((finding) => finding.slide === slide);
    if (findings.length === 0) continue;
    const frames = JSON.stringify(findings.map(frameOf));
    await tab.evaluate(`${pageGlobal}.showFrames(${slide}, ${frames})`);
    images.push({ slide, content: await tab.shoot({ format: 'png' }), findings });
  }
  return images;
}

function frameOf({ diagnostic: { code, span }, box }: Finding): Frame {
  if (wholeSlide.has(code)) return {};
  return { ...(box && { box }), ...(span && { file: span.file, line: span.line }) };
}
