import type { Report } from '../../../base/diagnostics/report.ts';
import { mediaKind } from '../../../base/files/media-types.ts';
import type { HtmlPart, Image, Inline } from '../../../model/inline.ts';
import { isPage, renderFrame } from '../html/frames.ts';

/** An image in text. A page is a box with its address; videos and audio are reported. */
export function inlineImage(image: Image, report: Report): Inline {
  const { source } = image;
  if (isPage(source.path)) return { kind: 'html', content: frameOfImage(image, report) };
  if (mediaKind(source.path) !== undefined) {
    const hint = 'leave a blank line above and below';
    const message = 'a video or audio file needs a paragraph of its own';
    report.add('image-type', source.span, message, hint);
  }
  return image;
}

/** The box for an image whose file is a page. */
export function frameOfImage(image: Image, report: Report): readonly HtmlPart[] {
  const { source, alt, title, attributes } = image;
  const given = new Map([
    ['src', source.path],
    ['title', alt || (title ?? '')],
    ['class', attributes.classes.join(' ')],
    ['id', attributes.id ?? ''],
  ]);
  return renderFrame('img', given, source.span, report);
}
