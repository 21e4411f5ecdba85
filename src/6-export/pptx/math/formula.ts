import type { MathRun, RunStyle } from '../text/paragraph.ts';
import { element, type Xml } from '../xml.ts';
import { writeOmml } from './omml.ts';

/**
 * A formula in a paragraph: an equation, or its text in programs that do not show equations.
 *
 * @param propertiesOf the properties of its text, `a:rPr`, with a style
 * @param plain those of the text around it
 */
export function writeFormula(
  { mathml, text, isDisplay, number, rowNumbers }: MathRun,
  propertiesOf: (style: RunStyle) => Xml,
  plain: Xml,
): Xml {
  const properties = (style: RunStyle) => propertiesOf({ font: 'Cambria Math', ...style });
  const content = writeOmml(mathml, { properties, number, ...(rowNumbers && { rowNumbers }) });
  const equation = element('m:oMath', isDisplay ? {} : namespace, content);
  const shown = isDisplay ? element('m:oMathPara', namespace, centered, equation) : equation;
  return element(
    'mc:AlternateContent',
    { 'xmlns:mc': 'http://schemas.openxmlformats.org/markup-compatibility/2006' },
    element(
      'mc:Choice',
      {
        // LibreOffice treats the usual prefix as supported, but shows nothing for it.
        'xmlns:math': 'http://schemas.microsoft.com/office/drawing/2010/main',
        Requires: 'math',
      },
      element('math:m', {}, shown),
    ),
    element('mc:Fallback', {}, element('a:r', {}, plain, element('a:t', {}, text))),
  );
}

const namespace = {
  'xmlns:m': 'http://schemas.openxmlformats.org/officeDocument/2006/math',
};
const centered = element('m:oMathParaPr', {}, element('m:jc', { 'm:val': 'center' }));
