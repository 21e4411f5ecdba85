import { isColor } from '../../base/color/css-color.ts';
import type { Paint } from '../../model/diagram.ts';
import type { DiagramSource } from './source.ts';

/** Properties that are ignored without a warning, because the theme decides on them. */
const quiet = /^(?:font-.*|rx|ry|padding|opacity|fill-opacity|color-.*)$/;

/** Reads a style as Mermaid writes it: `fill:#f9f,stroke:#333,stroke-width:4px`. */
export function readPaint(text: string, start: number, source: DiagramSource): Paint {
  const paint: { -readonly [Key in keyof Paint]: Paint[Key] } = {};
  // Commas within brackets belong to a color.
  for (const { 0: part, index } of text.matchAll(/(?:\([^)]*\)|\\,|[^,;])+/g)) {
    const [, name = '', value = ''] = /^\s*([\w-]+)\s*:\s*(.*?)\s*$/.exec(part) ?? [];
    const at = start + index + part.length - part.trimStart().length;
    const length = part.trim().length;
    const key = ({ fill: 'fill', stroke: 'stroke', color: 'text' } as const)[name];
    if (key) {
      if (isColor(value)) paint[key] = value;
      else
        source.ignore(
          at,
          length,
          `"${value}" is not a color`,
          'write a name, #123456 or var(--chart-1)',
        );
    } else if (name === 'stroke-dasharray') paint.isDashed = value !== '' && value !== '0';
    else if (name === 'stroke-width') paint.isThick = Number.parseFloat(value) >= 3;
    else if (!quiet.test(name))
      source.ignore(at, length, `the style "${part.trim()}" is not drawn`);
  }
  return paint;
}
