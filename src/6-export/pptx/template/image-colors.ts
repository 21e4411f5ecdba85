import { colorBehind } from '../../../1-load/template/backdrop.ts';
import { matchLayouts } from '../../../1-load/template/match-layouts.ts';
import type { Template, TemplateLayout } from '../../../1-load/template/open-template.ts';
import { imageType } from '../../../1-load/template/template-images.ts';
import { sampleImage } from '../../../5-bundle/reduce/sample-image.ts';
import type { Pixels } from '../../../5-bundle/reduce/worker/pixels.ts';
import { childOf, descend } from '../../../base/ooxml/xml-tree.ts';
import type { LayoutName } from '../../../model/deck.ts';
import { hexOf } from '../theme/style.ts';
import type { Box } from '../units.ts';

/**
 * Adds the colors that text is on where the background of a layout is an image: the average of its pixels.
 *
 * @param named the layouts that the author has chosen, by ours
 */
export async function withImageColors(
  template: Template,
  named: ReadonlyMap<LayoutName, string>,
): Promise<Template> {
  const used = new Set([...matchLayouts(template, named).values()].map(({ layout }) => layout));
  const samples = new Map<string, Promise<Pixels | undefined>>();
  const layouts = template.layouts.map(async (layout) => {
    const part = used.has(layout) ? plainImage(template, layout) : undefined;
    const mime = part && imageType(part);
    if (part === undefined || mime === undefined) return layout;
    const sample = samples.get(part) ?? sampleImage(template.file.bytes(part), mime);
    samples.set(part, sample);
    const pixels = await sample;
    return pixels ? withColors(template, layout, pixels) : layout;
  });
  return { ...template, layouts: await Promise.all(layouts) };
}

/** The image of a background that is stretched over the slide, without crop, transparency or other effects. */
function plainImage(
  { file }: Template,
  { part, master, backdrop }: TemplateLayout,
): string | undefined {
  const roots = [file.xml(part), master.root];
  const background = roots
    .map((root) => descend(root, 'p:cSld', 'p:bg'))
    .find((each) => each !== undefined);
  const fill = descend(background, 'p:bgPr', 'a:blipFill');
  const effects = childOf(fill, 'a:blip')?.children.filter(({ name }) => name !== 'a:extLst');
  const stretch = childOf(fill, 'a:stretch');
  const parts = [childOf(fill, 'a:srcRect'), childOf(stretch, 'a:fillRect')];
  const edges = parts.flatMap((each) => Object.values(each?.attributes ?? {}));
  const isPlain = effects?.length === 0 && stretch && edges.every((edge) => Number(edge) === 0);
  return isPlain ? backdrop.image : undefined;
}

function withColors(template: Template, layout: TemplateLayout, pixels: Pixels): TemplateLayout {
  const root = template.file.xml(layout.part);
  const placeholders = layout.placeholders.map((each) => {
    if (each.background !== undefined) return each;
    const color = averageIn(pixels, each.box, template.size);
    const background =
      color && colorBehind(each.box, root, layout.master, layout.colors, { color });
    return background === undefined ? each : { ...each, background };
  });
  return { ...layout, placeholders };
}

/** The average of the pixels below a box, as six hexadecimal digits; `undefined` if the image is translucent. */
function averageIn(
  { width, height, data }: Pixels,
  box: Box,
  room: Template['size'],
): string | undefined {
  const sums: [number, number, number] = [0, 0, 0];
  const columns = rangeOf(box.x / room.width, box.width / room.width, width);
  const rows = rangeOf(box.y / room.height, box.height / room.height, height);
  for (let row = rows.from; row < rows.to; row++) {
    for (let column = columns.from; column < columns.to; column++) {
      const at = (row * width + column) * 4;
      if ((data[at + 3] ?? 0) < 250) return undefined;
      for (const channel of [0, 1, 2] as const) sums[channel] += data[at + channel] ?? 0;
    }
  }
  const count = (rows.to - rows.from) * (columns.to - columns.from) * 255;
  return hexOf([sums[0] / count, sums[1] / count, sums[2] / count]);
}

/** The pixels of a part of a side, at least one. */
function rangeOf(start: number, share: number, length: number) {
  const from = Math.min(length - 1, Math.max(0, Math.floor(start * length)));
  return { from, to: Math.min(length, Math.max(from + 1, Math.ceil((start + share) * length))) };
}
