import type { ShownFile } from '../../../model/page.ts';

/** A drawing in the colors and fonts of its page as a file, before a browser has drawn it. */
export function drawnFile(svg: string, index: number): ShownFile {
  return { bytes: new TextEncoder().encode(svg), mime: `image/svg+xml;drawn;index=${index}` };
}
