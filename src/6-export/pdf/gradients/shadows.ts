import { readContent } from '../content/streams.ts';
import type { PdfDraft } from '../draft.ts';
import { replaceContent } from './resources.ts';

/**
 * Draws blurred shadows as images. Chromium fills a rectangle with their color, under a mask of the
 * brightness of a gray image, which several viewers do not apply.
 */
export function replaceShadows(draft: PdfDraft): void {
  const images = new Map<string, number>();
  for (const owner of draft.numbers) {
    const text = draft.textOf(owner);
    if (!text.includes('/ExtGState <<')) continue;
    const masks = masksOf(draft, text);
    if (masks.size === 0) continue;
    const stream = Number(/\/Contents (\d+) 0 R/.exec(text)?.[1] ?? owner);
    const content = readContent(draft, stream);
    if (content === undefined) continue;
    const used = new Set<number>();
    const drawn = drawImages(content, masks, (color, mask) => {
      const key = `${color} ${mask}`;
      const image = images.get(key) ?? addImage(draft, color, mask);
      images.set(key, image);
      used.add(image);
      return image;
    });
    if (used.size > 0) replaceContent(draft, owner, stream, drawn, [...used]);
  }
}

/** The mask of a shadow. */
interface Mask {
  /** The gray image. */
  readonly image: number;
  /** The matrix that places it, in PDF syntax. */
  readonly place: string;
}

/** The masks in the resources of a page or form, by the name of their graphics state. */
function masksOf(draft: PdfDraft, owner: string): ReadonlyMap<string, Mask> {
  const masks = new Map<string, Mask>();
  for (const [, name = '', state] of owner.matchAll(/\/(G\d+) (\d+) 0 R/g)) {
    const text = draft.textOf(Number(state));
    const group = Number(/\/S \/Luminosity\s*\/G (\d+) 0 R/.exec(text)?.[1]);
    const content = Number.isNaN(group) ? undefined : readContent(draft, group);
    const [, place, image] = placedImage.exec(content ?? '') ?? [];
    const number = Number(image);
    if (place !== undefined && isGray(draft.textOf(number))) {
      masks.set(name, { image: number, place });
    }
  }
  return masks;
}

/** The content of a mask that is one image. */
const placedImage = /^q\n([-\d. ]+) cm\n[-\d. ]+ RG [-\d. ]+ rg\n\/G\d+ gs\n\/X(\d+) Do\nQ\n?$/;

function isGray(image: string): boolean {
  return image.includes('/Subtype /Image') && image.includes('/ColorSpace /DeviceGray');
}

type ImageOf = (color: string, mask: number) => number;

/** Draws images instead of rectangles under masks. */
function drawImages(content: string, masks: ReadonlyMap<string, Mask>, imageOf: ImageOf): string {
  const lines = content.split('\n');
  const drawn: string[] = [];
  const colors: (string | undefined)[] = [];
  let color: string | undefined;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line === 'q') colors.push(color);
    else if (line === 'Q') color = colors.pop();
    else if (line.endsWith(' scn')) color = undefined;
    color = /([\d.]+ [\d.]+ [\d.]+) rg$/.exec(line)?.[1] ?? color;
    const mask = masks.get(/^\/(G\d+) gs$/.exec(line)?.[1] ?? '');
    const tags: string[] = [];
    let next = at + 1;
    const isTag = (): boolean => /^EMC$|B[DM]C$/.test(lines[next] ?? '');
    const follows = (pattern: RegExp): boolean => {
      while (isTag()) tags.push(lines[next++] ?? '');
      return pattern.test(lines[next++] ?? '');
    };
    if (mask && color !== undefined && follows(/ re$/) && follows(/^f\*?$/) && follows(/ gs$/)) {
      const image = imageOf(color, mask.image);
      drawn.push(...tags, 'q', `${mask.place} cm`, `/X${image} Do`, 'Q');
      at = next - 1;
    } else drawn.push(line);
  }
  return drawn.join('\n');
}

/** Adds an image of one color. @param mask the image that is its alpha */
function addImage(draft: PdfDraft, color: string, mask: number): number {
  const bytes = Buffer.from(color.split(' ').map((part) => Math.round(Number(part) * 255)));
  const keys = '/Width 1 /Height 1 /ColorSpace /DeviceRGB /BitsPerComponent 8';
  const text = `<</Type /XObject /Subtype /Image ${keys} /SMask ${mask} 0 R /Length 3>>`;
  return draft.add(text, bytes);
}
