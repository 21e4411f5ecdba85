import type { Participant, SequenceEvent, SequenceMessage, SequenceSpec } from '../../deck.ts';
import { drawEnd, lengthOfEnd } from './ends.ts';
import { type Column, loopWidth, maxTextWidth, placeColumns } from './sequence-columns.ts';
import { type Box, type Drawing, group, path, polygon, round, tag } from './svg.ts';
import type { Lines, Typesetter } from './typesetter.ts';

type Frame = Extract<SequenceEvent, { kind: 'frame' }>;
type Note = Extract<SequenceEvent, { kind: 'note' }>;

/** How far what was drawn reaches. */
interface Extent {
  readonly left: number;
  readonly right: number;
}

const barWidth = 12;
const framePadding = 16;
const small = { isSmall: true } as const;

/** Draws messages between participants, from top to bottom; `roomy` is 1 for the usual distances. */
export function drawSequence(spec: SequenceSpec, typesetter: Typesetter, roomy: number): Drawing {
  return new SequenceArtist(spec, typesetter, roomy).draw();
}

class SequenceArtist {
  readonly #spec: SequenceSpec;
  readonly #typesetter: Typesetter;
  readonly #columns: ReadonlyMap<string, Column>;
  readonly #step: number;
  readonly #grounds: string[] = [];
  readonly #bars: string[] = [];
  readonly #marks: string[] = [];
  /** Where the open bars of each participant began. */
  readonly #open = new Map<string, number[]>();
  #y = 0;
  #number = 0;
  /** How many grounds lie under what is drawn. */
  #grounded = 0;

  constructor(spec: SequenceSpec, typesetter: Typesetter, roomy: number) {
    this.#spec = spec;
    this.#typesetter = typesetter;
    this.#columns = placeColumns(spec, typesetter);
    this.#step = 20 * roomy;
  }

  draw(): Drawing {
    const columns = [...this.#columns.values()];
    const headHeight = this.#headHeight(columns);
    const heads = this.#spec.participants.map((each) => this.#drawHead(each, headHeight));
    this.#y = headHeight + this.#step * 0.6;
    const inner = this.#drawAll(this.#spec.events);
    for (const [id, starts] of this.#open) while (starts.length > 0) this.#closeBar(id);
    const end = this.#y + this.#step * 0.8;
    const lives = columns.map(({ x }) =>
      path(`M${round(x)},${round(headHeight)}V${round(end)}`, 'life'),
    );
    const [left, right] = [
      Math.min(inner.left, ...columns.map(({ x, width }) => x - width / 2)) - 3,
      Math.max(inner.right, ...columns.map(({ x, width }) => x + width / 2)) + 3,
    ];
    const content = [this.#grounds, lives, heads, this.#bars, this.#marks].flat().join('');
    return {
      content: `<g transform="translate(${round(-left)} 3)">${content}</g>`,
      width: right - left,
      height: end + 6,
    };
  }

  #headHeight(columns: readonly Column[]): number {
    const hasActor = this.#spec.participants.some(({ isActor }) => isActor);
    const text = Math.max(...columns.map(({ head }) => head.height));
    return Math.max(text + 20, hasActor ? text + 58 : 0);
  }

  #drawHead({ id, isActor }: Participant, height: number): string {
    const { x, width, head } = this.#column(id);
    if (isActor) return this.#drawActor(x, height, head);
    const own = head.height + 20;
    const y = height - own;
    const box = tag('rect', { x: x - width / 2, y, width, height: own, rx: 6 });
    return group('node', box + this.#typesetter.write(head, x, y + 10, { tone: 'strong' }));
  }

  /** A person, above the name. */
  #drawActor(x: number, height: number, head: Lines): string {
    const top = height - head.height - 10;
    const shoulders = top - 6;
    const person =
      tag('circle', { cx: x, cy: shoulders - 30, r: 9 }) +
      path(`M${round(x - 19)},${round(shoulders)}v-2a19,16 0 0 1 38,0v2z`);
    return group('node', person + this.#typesetter.write(head, x, top, { tone: 'strong' }));
  }

  #drawAll(events: readonly SequenceEvent[]): Extent {
    return union(events.map((event) => this.#drawEvent(event)));
  }

  #drawEvent(event: SequenceEvent): Extent {
    switch (event.kind) {
      case 'message':
        return event.from === event.to ? this.#drawLoop(event) : this.#drawMessage(event);
      case 'activate':
        this.#open.set(event.participant, [...this.#starts(event.participant), this.#y]);
        return union([]);
      case 'deactivate':
        this.#closeBar(event.participant);
        return union([]);
      case 'note':
        return this.#drawNote(event);
      case 'frame':
        return event.name === '' ? this.#drawGround(event) : this.#drawFrame(event);
      default:
        return event satisfies never;
    }
  }

  #drawMessage(message: SequenceMessage): Extent {
    const [from, to] = [this.#column(message.from), this.#column(message.to)];
    const way = Math.sign(to.x - from.x);
    const start = from.x + way * this.#barReach(message.from, way);
    const end = to.x - way * this.#barReach(message.to, -way);
    const text = this.#label(message);
    this.#y += this.#step * 0.5;
    const middle = this.#textPlace(from, to, text);
    this.#marks.push(
      this.#typesetter.write(text, middle, this.#y, { ...small, className: this.#labelClass }),
    );
    this.#y += text.height + 3;
    const y = this.#y;
    const [startLength, endLength] = [lengthOfEnd(message.start), lengthOfEnd(message.end)];
    const line = `M${round(start + way * startLength)},${round(y)}H${round(end - way * endLength)}`;
    this.#marks.push(
      path(line, strokeOf(message)),
      drawEnd(message.start, { x: start, y }, { x: -way, y: 0 }),
      drawEnd(message.end, { x: end, y }, { x: way, y: 0 }),
    );
    this.#y += this.#step * 0.5;
    return { left: Math.min(start, end), right: Math.max(start, end) };
  }

  /** In the middle of its line, or else where no line of life crosses the text: beside the sender. */
  #textPlace(from: Column, to: Column, text: Lines): number {
    const middle = (from.x + to.x) / 2;
    const half = text.width / 2 + barWidth;
    const xs = [...this.#columns.values()].map(({ x }) => x);
    if (xs.every((x) => Math.abs(x - middle) >= half)) return middle;
    const way = Math.sign(to.x - from.x);
    const next = xs.filter((x) => (x - from.x) * way > 0).sort((a, b) => (a - b) * way)[0] ?? to.x;
    return Math.abs(next - from.x) / 2 >= half ? (from.x + next) / 2 : middle;
  }

  /** A message to oneself. */
  #drawLoop(message: SequenceMessage): Extent {
    const { x } = this.#column(message.from);
    const start = x + this.#barReach(message.from, 1);
    const text = this.#label(message);
    this.#y += this.#step * 0.7;
    const height = Math.max(24, text.height - 4);
    const [top, bottom, out] = [this.#y, this.#y + height, start + loopWidth - 8];
    const d = `M${round(start)},${round(top)}H${round(out - 8)}q8,0 8,8V${round(bottom - 8)}q0,8 -8,8H${round(start + lengthOfEnd(message.end))}`;
    const place = top + (height - text.height) / 2;
    this.#marks.push(
      path(d, strokeOf(message)),
      drawEnd(message.end, { x: start, y: bottom }, { x: -1, y: 0 }),
      this.#typesetter.write(text, out + 10, place, {
        ...small,
        align: 'start',
        className: this.#labelClass,
      }),
    );
    this.#y = bottom + this.#step * 0.5;
    return { left: start, right: out + 10 + text.width };
  }

  #drawNote({ side, participants, text }: Note): Extent {
    const xs = participants.map((id) => this.#column(id).x);
    const [low, high] = [Math.min(...xs), Math.max(...xs)];
    const span = high > low ? high - low + 60 : 0;
    const lines = this.#typesetter.set(
      text,
      Math.max(maxTextWidth, span / this.#typesetter.size),
      small,
    );
    const width = Math.max(lines.width + 28, span);
    const left =
      side === 'left' ? low - 14 - width : side === 'right' ? high + 14 : (low + high - width) / 2;
    this.#y += this.#step * 0.5;
    const box = { x: left, y: this.#y, width, height: lines.height + 14 };
    const sheet = tag('rect', { ...box, rx: 3 });
    const words = this.#typesetter.write(lines, left + width / 2, box.y + 7, small);
    this.#marks.push(group('node note', sheet + words));
    this.#y += box.height + this.#step * 0.4;
    return { left, right: left + width };
  }

  /** `loop`, `alt` and their like: a frame with its name in the corner. */
  #drawFrame({ name, sections }: Frame): Extent {
    this.#y += this.#step * 0.6;
    const top = this.#y;
    const tab = this.#typesetter.set(name, 10, { ...small, tone: 'strong' });
    const tabWidth = tab.width + 24;
    const at = this.#marks.length;
    const labels: { readonly lines: Lines; readonly y: number }[] = [];
    const inner = sections.map(({ label, events }, index) => {
      if (index > 0) this.#y += this.#step * 0.5;
      const lines = this.#typesetter.set(label === '' ? '' : `[${label}]`, 22, small);
      labels.push({ lines, y: this.#y });
      this.#y += Math.max(lines.height, index === 0 ? tab.height : 0) + 8;
      return this.#drawAll(events);
    });
    this.#y += this.#step * 0.5;
    const extent = this.#frameExtent(union(inner), labels, tabWidth);
    const box = boxOf(extent, top, this.#y);
    const { x, y, width, height } = box;
    const words = labels.map(({ lines, y: labelY }, index) => {
      const left = x + (index === 0 ? tabWidth + 12 : 12);
      const text = this.#typesetter.write(lines, left, labelY + 4, {
        ...small,
        align: 'start',
        className: this.#labelClass,
      });
      return index === 0
        ? text
        : path(`M${round(x)},${round(labelY)}h${round(width)}`, 'divider') + text;
    });
    const [right, bottom] = [x + tabWidth, y + tab.height + 8];
    const corner = polygon(
      [
        { x, y },
        { x: right, y },
        { x: right, y: bottom - 8 },
        { x: right - 8, y: bottom },
        { x, y: bottom },
      ],
      'tab',
    );
    const title = this.#typesetter.write(tab, x + 10, y + 4, {
      ...small,
      tone: 'strong',
      align: 'start',
    });
    const frame = tag('rect', { x, y, width, height, rx: 4 });
    this.#marks.splice(at, 0, group('frame', frame + corner + title + words.join('')));
    this.#y += this.#step * 0.3;
    return extent;
  }

  #frameExtent(
    inner: Extent,
    labels: readonly { readonly lines: Lines }[],
    tabWidth: number,
  ): Extent {
    const all = this.#isEmpty(inner) ? this.#wholeWidth() : inner;
    const left = all.left - framePadding - 12;
    const needed = Math.max(
      ...labels.map(({ lines }, i) => lines.width + (i === 0 ? tabWidth : 0) + 28),
    );
    return { left, right: Math.max(all.right + framePadding + 12, left + needed) };
  }

  /** `rect`: a ground behind events. */
  #drawGround({ sections, fill }: Frame): Extent {
    this.#y += this.#step * 0.3;
    const top = this.#y;
    const at = this.#grounds.length;
    this.#grounded++;
    const inner = union(sections.map(({ events }) => this.#drawAll(events)));
    this.#grounded--;
    this.#y += this.#step * 0.3;
    const all = this.#isEmpty(inner) ? this.#wholeWidth() : inner;
    const extent = { left: all.left - framePadding, right: all.right + framePadding };
    const ground = tag('rect', { ...boxOf(extent, top, this.#y), rx: 6 });
    this.#grounds.splice(at, 0, group('ground', ground, fill === undefined ? undefined : { fill }));
    return extent;
  }

  #closeBar(id: string): void {
    const starts = this.#starts(id);
    const start = starts.pop();
    if (start === undefined) return;
    const x = this.#column(id).x - barWidth / 2 + starts.length * (barWidth / 2);
    // A bar begins and ends with the line of a message, half a step above.
    const y = start - this.#step * 0.5;
    const height = Math.max(12, this.#y - this.#step * 0.5 - y);
    this.#bars.splice(0, 0, tag('rect', { class: 'bar', x, y, width: barWidth, height, rx: 2 }));
  }

  /** How far an arrow stops from the line of life. */
  #barReach(id: string, way: number): number {
    const depth = this.#starts(id).length;
    if (depth === 0) return way < 0 ? 1 : 1;
    return barWidth / 2 + (way > 0 ? (depth - 1) * (barWidth / 2) : 0);
  }

  get #labelClass(): string {
    return this.#grounded > 0 ? '' : 'label';
  }

  #label({ text }: SequenceMessage): Lines {
    this.#number++;
    const numbered = this.#spec.isNumbered ? `${this.#number}. ${text}` : text;
    return this.#typesetter.set(numbered, maxTextWidth + 2, small);
  }

  #starts(id: string): number[] {
    const known = this.#open.get(id) ?? [];
    this.#open.set(id, known);
    return known;
  }

  #column(id: string): Column {
    const column = this.#columns.get(id);
    if (!column) throw new Error(`no participant ${id}`);
    return column;
  }

  #isEmpty({ left }: Extent): boolean {
    return !Number.isFinite(left);
  }

  #wholeWidth(): Extent {
    const xs = [...this.#columns.values()].map(({ x }) => x);
    return { left: Math.min(...xs), right: Math.max(...xs) };
  }
}

function strokeOf({ line }: SequenceMessage): string {
  return line === 'dashed' ? 'stroke dashed' : 'stroke';
}

function boxOf({ left, right }: Extent, top: number, bottom: number): Box {
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function union(extents: readonly Extent[]): Extent {
  return {
    left: Math.min(...extents.map(({ left }) => left)),
    right: Math.max(...extents.map(({ right }) => right)),
  };
}
