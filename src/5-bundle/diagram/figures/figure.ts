import type { DiagramFigure } from '../../../model/rendered.ts';
import { assetMark } from '../../../model/rendered.ts';
import type { Size } from '../shapes.ts';
import { type Box, round } from '../svg.ts';

/** An icon, a formula or an image, ready to be drawn. */
export interface Figure {
  /** Its width divided by its height. */
  readonly ratio: number;
  /** Its size in texts, in multiples of the text size; absent for what is not drawn in texts. */
  readonly inText?: TextSize;
  /** Of an image, in pixels of its file. */
  readonly size?: Size;
  /** @param className decides on its color */
  readonly draw: (box: Box, className?: string) => string;
}

interface TextSize {
  readonly width: number;
  /** Above and below the line that letters stand on. */
  readonly ascent: number;
  readonly descent: number;
}

/** The height of icons in texts, and how far they reach below the line. */
const [iconHeight, iconDescent] = [1.15, 0.22];

export function iconFigure({ viewBox, body }: Extract<DiagramFigure, { kind: 'icon' }>): Figure {
  const [, , width = 1, height = 1] = viewBox.split(' ').map(Number);
  const ratio = width / height;
  return {
    ratio,
    inText: { width: iconHeight * ratio, ascent: iconHeight - iconDescent, descent: iconDescent },
    draw: (box, className) => nestedSvg(viewBox, body, box, className),
  };
}

/** @param index of the asset, as in its mark. @param size of the file, if it is known */
export function imageFigure(index: number, size: Size | undefined): Figure {
  return {
    ratio: size ? size.width / size.height : 1,
    ...(size && { size }),
    draw: ({ x, y, width, height }) => {
      const place = `x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"`;
      return `<foreignObject ${place}><img src="${assetMark(index)}" alt=""></foreignObject>`;
    },
  };
}

/** A drawing in a box, in the color of the text around it. */
export function nestedSvg(
  viewBox: string,
  content: string,
  { x, y, width, height }: Box,
  className = '',
): string {
  const names = ['figure', className].filter(Boolean).join(' ');
  const place = `x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"`;
  return `<svg class="${names}" viewBox="${viewBox}" ${place}>${content}</svg>`;
}

/** Makes the ids of icons that are drawn several times in a diagram unique. */
export function withUniqueIds(drawing: string): string {
  let count = 0;
  return drawing.replace(/<svg class="figure[\s\S]*?<\/svg>/g, (figure) => {
    if (!/ id="icon-/.test(figure)) return figure;
    count++;
    return figure.replace(/(?<=["#])icon-[^-"]*-/g, (start) => `${start}${count}-`);
  });
}
