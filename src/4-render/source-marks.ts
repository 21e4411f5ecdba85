import { attributes, type Html, rawHtml } from '../base/html.ts';
import { sourceAttribute } from '../model/rendered.ts';
import type { Span } from '../model/source.ts';
import type { SlideContext } from './context.ts';

/** Writes into the first tag of an element where it is in the source, if the build asks for that. */
export function withSource(element: Html, span: Span, { marksSource }: SlideContext): Html {
  if (!marksSource) return element;
  const { file, line, column, length } = span;
  const mark = attributes({ [sourceAttribute]: [file, line, column, length].join(':') });
  return rawHtml(element.toString().replace(/^\s*<[a-z][\w-]*/i, (tag) => tag + mark));
}
