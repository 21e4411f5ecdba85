import { idMark, writeAttributes } from './attributes.ts';
import type { SvgPath } from './path.ts';

/** Left, top, right, bottom. */
export type Box = readonly number[];

export interface Clip {
  readonly id: number;
  readonly path: SvgPath;
  readonly definition: string;
}

/** The clips of a drawing; those that cut nothing off leave no trace. */
export class Clips {
  readonly #known = new Map<string, number>();
  readonly #used = new Map<number, string>();

  /** @param within the clip that holds already */
  make(path: SvgPath, rule: CanvasFillRule, within: Clip | undefined): Clip {
    const outer = writeAttributes({ 'clip-path': within && `url(#${idMark}${within.id})` });
    const shape = { d: path.text, 'clip-rule': rule === 'evenodd' ? rule : undefined };
    const content = `${outer}><path${writeAttributes(shape)}/></clipPath>`;
    const id = this.#known.get(content) ?? this.#known.size + 1;
    this.#known.set(content, id);
    return { id, path, definition: `<clipPath id="${idMark}${id}"${content}` };
  }

  use(clips: readonly Clip[]): void {
    for (const { id, definition } of clips) this.#used.set(id, definition);
  }

  get definitions(): string {
    const all = [...this.#used.values()].join('');
    return all && `<defs>${all}</defs>`;
  }
}

/**
 * The innermost of the clips, where something in a box is cut by one of them; none, where it lies
 * inside of all.
 *
 * @param margin what may reach over the box
 */
export function clipFor(
  clips: readonly Clip[],
  box: Box | undefined,
  margin: number,
): Clip | undefined {
  const [left = 0, top = 0, right = 0, bottom = 0] = box ?? [];
  const cuts = clips.some(({ path }) => {
    const [l = 0, t = 0, r = 0, b = 0] = path.box;
    const isInside =
      left - margin >= l && top - margin >= t && right + margin <= r && bottom + margin <= b;
    return !(box && path.isRectangle && isInside);
  });
  return cuts ? clips.at(-1) : undefined;
}
