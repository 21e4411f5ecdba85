import type { RenderedDeck } from '../../model/rendered.ts';

type SlideSize = RenderedDeck['frontMatter']['size'];

/** The slide size: the shorter side of a slide is always 45 rem, and each slide is a printed page. */
export function writeSize({ width, height }: SlideSize): string {
  const rem = Math.min(width, height) / 45;
  const inRem = (pixels: number) => Number((pixels / rem).toFixed(4));
  const variables = [
    `--slide-width:${inRem(width)}rem`,
    `--slide-height:${inRem(height)}rem`,
    `--slide-units:${inRem(width)}`,
    `--slide-lines:${inRem(height)}`,
    `--slide-rem:${Number(rem.toFixed(4))}px`,
  ];
  // A slide with its notes below is about as high as it is wide.
  const pages = [`@page{size:${width}px ${height}px;margin:0}`];
  pages.push(`@page notes{size:${width}px ${Math.round(height * 1.75)}px;margin:0}`);
  return `:root{${variables.join(';')}}${pages.join('')}`;
}
