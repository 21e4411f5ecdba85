import type { Attributes, Media } from '../../../model/blocks.ts';
import type { Image, Link } from '../../../model/inline.ts';
import { drawnFile } from '../raster/drawn-file.ts';
import type { AskedSize, MediaItem, Picture } from '../slide/items.ts';
import type { Drawing, SlideScene } from '../slide/scene.ts';
import { type LinkedImage, linkTarget } from '../text/inline.ts';

/** The image as it is placed on a slide; `undefined` if its file is not in the page. */
export function pictureOf(
  image: Image,
  scene: SlideScene,
  attributes: Attributes = image.attributes,
  link?: Link,
): Picture | undefined {
  const file = scene.fileOf(image.source);
  if (!file) {
    scene.lose('missing image', image.alt, image.source.span);
    return undefined;
  }
  const target = link && linkTarget(link, scene);
  const asked = askedSize(image.attributes, attributes, scene);
  return {
    file,
    alt: image.alt.replace(/:([\w+-]+):/g, (_, name: string) => scene.emoji(name)),
    ...(image.title !== undefined && { caption: [{ kind: 'text', text: image.title, style: {} }] }),
    ...(target && { link: target }),
    size: inSlidePixels(file.size ?? { width: 640, height: 360 }, scene),
    ...(asked && { asked }),
    fills: [attributes, image.attributes].some(
      ({ classes, values }) => classes.includes('cover') || values.get('fit') === 'cover',
    ),
  };
}

/** Images of a text as they are placed next to it, without those whose files are not in the page. */
export function picturesOf(images: readonly LinkedImage[], scene: SlideScene): readonly Picture[] {
  return images.flatMap(({ image, link }) => pictureOf(image, scene, image.attributes, link) ?? []);
}

function unitOf({ deck }: SlideScene): number {
  const { width, height } = deck.frontMatter.size;
  return Math.min(width, height) / 720;
}

function inSlidePixels({ width, height }: { width: number; height: number }, scene: SlideScene) {
  const unit = unitOf(scene);
  return { width: width / unit, height: height / unit };
}

function askedSize(own: Attributes, outer: Attributes, scene: SlideScene): AskedSize | undefined {
  const setting = (key: string): string | undefined => own.values.get(key) ?? outer.values.get(key);
  const [width, height] = [setting('width'), setting('height')];
  if (width === undefined && height === undefined) return undefined;
  if (width?.endsWith('%')) return { share: Number.parseFloat(width) / 100 };
  const [wide, high] = [pixels(width, scene), pixels(height, scene)];
  return {
    ...(wide !== undefined && { width: wide }),
    ...(high !== undefined && { height: high }),
  };
}

function pixels(length: string | undefined, scene: SlideScene): number | undefined {
  const [, number, unit = 'px'] = /^([\d.]+)(px|rem|em)?$/.exec(length ?? '') ?? [];
  if (number === undefined) return undefined;
  return unit === 'px' ? Number(number) / unitOf(scene) : Number(number) * 16;
}

/** A diagram as an image. */
export function diagramPicture({ svg, alt, width, height, index }: Drawing): Picture {
  const [, w = width, h = height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  return {
    file: drawnFile(svg, index),
    alt,
    size: { width: Number(w), height: Number(h) },
    fills: false,
    isCentered: true,
  };
}

/** A video or audio; `undefined` if its file is not in the page. */
export function mediaItem(
  { type, source, poster, alt, caption }: Media,
  scene: SlideScene,
): MediaItem | undefined {
  const file = scene.fileOf(source);
  const image = poster && scene.fileOf(poster);
  return (
    file && {
      kind: 'media',
      type,
      file,
      alt,
      ...(image?.mime.startsWith('image/') && { poster: image }),
      ...(caption !== undefined && { caption }),
    }
  );
}
