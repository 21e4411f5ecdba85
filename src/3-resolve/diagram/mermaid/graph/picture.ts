import type { NodePicture } from '../../../../model/diagram/diagram.ts';
import type { MermaidSource } from '../mermaid-source.ts';
import type { DataNode } from './graph-data.ts';

/** The text size that Mermaid's pixels belong to. */
const mermaidTextSize = 16;
/** The size of an icon without one of its own. */
const iconSize = 3;

/** Reads the icon or the image of a node: `@{ icon: "fa:user", form: "circle" }`, `@{ img: "logo.png", w: 60 }`. */
export function readPicture(node: DataNode, source: MermaidSource): NodePicture | undefined {
  const { icon, img, shape = '', pos, assetWidth, assetHeight, constraint } = node;
  const text = { textAt: pos === 't' ? 'top' : 'bottom' } as const;
  const [width, height] = [lengthOf(assetWidth), lengthOf(assetHeight)];
  if (img) {
    return {
      figure: source.addImage(img),
      frame: 'none',
      keepsRatio: constraint === 'on',
      ...(width !== undefined && { width }),
      ...(height !== undefined && { height }),
      ...text,
    };
  }
  if (!icon) return undefined;
  const frames = { iconSquare: 'square', iconCircle: 'circle', iconRounded: 'rounded' } as const;
  const frame = frames[shape as keyof typeof frames] ?? 'none';
  const size = Math.max(width ?? iconSize, height ?? iconSize);
  return { ...iconPicture(source.addIcon(icon), frame, size), ...text };
}

/** An icon above the text of its node. @param figure its index */
export function iconPicture(
  figure: number,
  frame: NodePicture['frame'],
  size = iconSize,
): NodePicture {
  return { figure, frame, width: size, height: size, keepsRatio: true, textAt: 'bottom' };
}

/** In multiples of the text size. */
function lengthOf(pixels: number | string | undefined): number | undefined {
  const number = Number.parseFloat(String(pixels));
  return number > 0 ? number / mermaidTextSize : undefined;
}
