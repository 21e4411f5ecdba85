import { childOf, descend, type XmlElement } from '../../base/ooxml/xml-tree.ts';
import type { Box } from '../model.ts';

/** Turns coordinates of a group into those of the slide. */
export interface Transform {
  readonly x: number;
  readonly y: number;
  readonly scaleX: number;
  readonly scaleY: number;
}

/** @param size of the slide in EMU */
export function slideTransform(size: {
  readonly width: number;
  readonly height: number;
}): Transform {
  const scale = 720 / Math.max(1, Math.min(size.width, size.height));
  return { x: 0, y: 0, scaleX: scale, scaleY: scale };
}

/** The box of an `xfrm`, on the slide; `undefined` if it says nothing. */
export function boxOf(xfrm: XmlElement | undefined, transform: Transform): Box | undefined {
  const off = childOf(xfrm, 'a:off');
  const ext = childOf(xfrm, 'a:ext');
  if (!off || !ext) return undefined;
  const box = {
    x: transform.x + numberOf(off, 'x') * transform.scaleX,
    y: transform.y + numberOf(off, 'y') * transform.scaleY,
    width: numberOf(ext, 'cx') * transform.scaleX,
    height: numberOf(ext, 'cy') * transform.scaleY,
  };
  return isQuarterTurn(xfrm) ? turned(box) : box;
}

function isQuarterTurn(xfrm: XmlElement | undefined): boolean {
  const degrees = (Number(xfrm?.attributes.rot ?? 0) / 60000) % 180;
  return degrees > 45 && degrees < 135;
}

function turned({ x, y, width, height }: Box): Box {
  return {
    x: x + (width - height) / 2,
    y: y + (height - width) / 2,
    width: height,
    height: width,
  };
}

/** The coordinates inside of a group. */
export function groupTransform(group: XmlElement, outer: Transform): Transform {
  const xfrm = descend(group, 'p:grpSpPr', 'a:xfrm');
  const [off, ext, chOff, chExt] = ['a:off', 'a:ext', 'a:chOff', 'a:chExt'].map((name) =>
    childOf(xfrm, name),
  );
  if (!off || !ext || !chOff || !chExt) return outer;
  const [inX, inY] = [numberOf(chExt, 'cx'), numberOf(chExt, 'cy')];
  if (inX === 0 || inY === 0) return outer;
  const scaleX = (numberOf(ext, 'cx') / inX) * outer.scaleX;
  const scaleY = (numberOf(ext, 'cy') / inY) * outer.scaleY;
  return {
    scaleX,
    scaleY,
    x: outer.x + numberOf(off, 'x') * outer.scaleX - numberOf(chOff, 'x') * scaleX,
    y: outer.y + numberOf(off, 'y') * outer.scaleY - numberOf(chOff, 'y') * scaleY,
  };
}

export function numberOf(element: XmlElement, name: string): number {
  const number = Number(element.attributes[name] ?? 0);
  return Number.isFinite(number) ? number : 0;
}
