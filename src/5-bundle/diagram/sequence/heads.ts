import { writeAttributes } from '../../../chart/svg/attributes.ts';
import type { Participant, ParticipantSymbol } from '../../../model/diagram/sequence.ts';
import { drawShape } from '../shapes.ts';
import { type Box, group, path, round } from '../svg.ts';
import type { Lines, Typesetter } from '../typesetter.ts';
import { drawFigure, figureHeight } from './figures.ts';

/** The set name of a participant and its links, at the top of its lifeline. */
export interface Head {
  readonly symbol: ParticipantSymbol;
  readonly name: Lines;
  readonly links: readonly { readonly text: Lines; readonly href: string }[];
  readonly width: number;
  readonly height: number;
}

const padX = 20;
export const padY = 10;
const minWidth = 110;
/** The additional room of boxes that are not plain, and how much higher their text is than their center. */
export const extras = {
  database: { width: 0, height: 20, rise: -6 },
  queue: { width: 26, height: 0, rise: 0 },
  collections: { width: 8, height: 8, rise: 0 },
  participant: { width: 0, height: 0, rise: 0 },
} as const;

const linkStyle = { isSmall: true } as const;

export function setHead({ symbol, label, links }: Participant, typesetter: Typesetter): Head {
  const name = typesetter.set(label, 9, { tone: 'strong' });
  const set = links.map(({ label: text, href }) => ({
    text: typesetter.set(text, 9, linkStyle),
    href,
  }));
  const texts = [name, ...set.map(({ text }) => text)];
  const extra = isBox(symbol) ? extras[symbol] : { width: 0, height: figureHeight };
  const height = texts.reduce((sum, text) => sum + text.height, 2 * padY + extra.height);
  const width = Math.max(...texts.map((text) => text.width)) + 2 * padX;
  return { symbol, name, links: set, width: Math.max(minWidth, width + extra.width), height };
}

export function isBox(symbol: ParticipantSymbol): symbol is keyof typeof extras {
  return symbol in extras;
}

/** Draws a participant: its name in a box or below a figure. */
export function drawHead(head: Head, x: number, top: number, typesetter: Typesetter): string {
  const { symbol, name, links, width, height } = head;
  const box = { x: x - width / 2, y: top, width, height };
  const texts = [name, ...links.map(({ text }) => text)];
  const textHeight = texts.reduce((sum, text) => sum + text.height, 0);
  const rise = isBox(symbol) ? extras[symbol].rise : 0;
  let y = isBox(symbol) ? top + (height - textHeight) / 2 - rise : top + height - padY - textHeight;
  const middle = symbol === 'collections' ? x - extras.collections.width / 2 : x;
  if (symbol === 'collections') y += extras.collections.height / 2;
  const shape = isBox(symbol) ? drawBox(symbol, box) : drawFigure(symbol, { x, y: top + 4 });
  const lines = typesetter.write(name, middle, y, { tone: 'strong' });
  y += name.height;
  const linked = links.map(({ text, href }) => {
    const written = typesetter.write(text, middle, y, linkStyle);
    y += text.height;
    return writeLink(href, written);
  });
  return group('node', shape + lines + linked.join(''));
}

function writeLink(href: string, content: string): string {
  const target = /^https?:/i.test(href) ? { target: '_blank', rel: 'noopener noreferrer' } : {};
  return `<a${writeAttributes({ href, ...target })}>${content}</a>`;
}

function drawBox(symbol: keyof typeof extras, box: Box): string {
  if (symbol === 'database') return drawShape('cylinder', box);
  if (symbol === 'queue') return drawQueue(box);
  if (symbol === 'participant') return drawShape('rectangle', box);
  const { width: dx, height: dy } = extras.collections;
  const sheet = { width: box.width - dx, height: box.height - dy };
  const back = { ...sheet, x: box.x + dx, y: box.y };
  return (
    drawShape('rectangle', back) + drawShape('rectangle', { ...sheet, x: box.x, y: box.y + dy })
  );
}

/** A cylinder that lies on its side. */
function drawQueue({ x, y, width, height }: Box): string {
  const side = round(width - 16);
  const arc = (sweep: 0 | 1, down: number) =>
    `a8,${round(height / 2)} 0 0 ${sweep} 0,${round(down)}`;
  const body = `M${round(x + 8)},${round(y)}h${side}${arc(1, height)}h${-side}${arc(1, -height)}z`;
  return path(body) + path(`M${round(x + width - 8)},${round(y)}${arc(0, height)}`, 'rule');
}
