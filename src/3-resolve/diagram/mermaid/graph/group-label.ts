import type { GraphGroup } from '../../../../model/diagram/diagram.ts';
import { readRichLabel } from './rich-label.ts';

/** The title of a group, with its bold and italic parts. */
export function groupLabel(
  encoded: string,
  isMarkdown: boolean,
): Pick<GraphGroup, 'label' | 'labelSpans'> {
  const { text, spans } = readRichLabel(encoded, isMarkdown);
  return { label: text, ...(spans.length > 0 && { labelSpans: spans }) };
}
