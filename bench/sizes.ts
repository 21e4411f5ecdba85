import { gzipSync } from 'node:zlib';

export interface Size {
  readonly bytes: number;
  readonly gzip: number;
}

/** What a page is made of; each part is compressed by itself. */
export interface PageSizes {
  readonly page: Size;
  /** What stands on the slides, notes included, and the source of it. */
  readonly content: Size;
  readonly fonts: Size;
  readonly styles: Size;
  readonly scripts: Size;
  /** The first chart, as an `svg` element; empty where there is none. */
  readonly picture: Size;
  /** The page without its content and its fonts: what Lectern adds to them. */
  readonly program: Size;
}

/** Takes a page that Lectern wrote apart. */
export function measurePage(html: string): PageSizes {
  const [source = ''] = /<script type=[\s\S]*?<\/script>/.exec(html) ?? [];
  const [slides = ''] = /(?<=<main[^>]*>)[\s\S]*(?=<\/main>)/.exec(html) ?? [];
  const content = slides + source;
  const [style = ''] = /(?<=<style>)[\s\S]*?(?=<\/style>)/.exec(html) ?? [];
  const fonts = (style.match(/@font-face\s*\{[^}]*\}/g) ?? []).join('');
  const styles = style.replace(/@font-face\s*\{[^}]*\}/g, '');
  const program = html
    .replace(slides, '')
    .replace(source, '')
    .replace(style, () => styles);
  const scripts = [...program.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, text]) => text);
  return {
    page: size(html),
    content: size(content),
    fonts: size(fonts),
    styles: size(styles),
    scripts: size(scripts.join('')),
    picture: size(/<svg[\s\S]*?<\/svg>/.exec(content)?.[0] ?? ''),
    program: size(program),
  };
}

export function size(text: string): Size {
  return { bytes: Buffer.byteLength(text), gzip: gzipSync(text, { level: 9 }).byteLength };
}
