import type { SlideWriter } from '../slide/slide-writer.ts';
import { typeSize } from '../units.ts';
import { element, type Xml } from '../xml.ts';

interface ChartText {
  readonly css: string;
  readonly isBold: boolean;
  /** Absent for the look of texts that come from the data. */
  readonly text?: string;
  /** Follows the text in a run of its own. */
  readonly more?: string;
  readonly rotation?: number;
  readonly align?: 'l';
}

/** The look of text in a chart, or a text. @param size in slide pixels */
export function chartText(
  writer: SlideWriter,
  size: number,
  { css, isBold, text, more, rotation, align }: ChartText,
): Xml {
  const look = {
    lang: text === undefined ? undefined : writer.lang,
    sz: typeSize(size),
    b: isBold,
  };
  const content = [
    element('a:solidFill', {}, writer.color(css)),
    element('a:latin', { typeface: '+mn-lt' }),
  ];
  const defaults = element(
    'a:pPr',
    { algn: align },
    element('a:defRPr', { sz: look.sz, b: look.b }, content),
  );
  const paragraph =
    text === undefined
      ? element('a:p', {}, defaults, element('a:endParaRPr', { lang: writer.lang }))
      : element(
          'a:p',
          {},
          defaults,
          [text, more].map((part) =>
            part === undefined
              ? undefined
              : element('a:r', {}, element('a:rPr', look, content), element('a:t', {}, part)),
          ),
        );
  const body = element('a:bodyPr', { rot: rotation });
  return element(
    text === undefined ? 'c:txPr' : 'c:rich',
    {},
    body,
    element('a:lstStyle'),
    paragraph,
  );
}
