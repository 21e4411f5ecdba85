import { idPlaceholder, writeAttributes } from './attributes.ts';
import type { SvgPath } from './path.ts';

/** Left, top, right, bottom. */
export type Bounds = readonly number[];

export interface Clip {
  readonly id: number;
  readonly path: SvgPath;
  readonly definition: string;
}

/** The clip paths of a drawing; unused ones are not written. */
export class Clips {
  readonly #ids = new Map<string, number>();
  readonly #used = new Map<number, string>();

  /** @param parent the clip that is active already */
  create(path: SvgPath, rule: CanvasFillRule, parent: Clip | undefined): Clip {
    const outer = writeAttributes({ 'clip-path': parent && `url(#${idPlaceholder}${parent.id})` });
    const shape = { d: path.text, 'clip-rule': rule === 'evenodd' ? rule : undefined };
    const content = `${outer}><path${writeAttributes(shape)}/></clipPath>`;
    const id = this.#ids.get(content) ?? this.#ids.size + 1;
    this.#ids.set(content, id);
    return { id, path, definition: `<clipPath id="${idPlaceholder}${id}"${content}` };
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
 * The innermost clip, if any of the clips cuts something off; otherwise `undefined`.
 *
 * @param bounds of what is drawn
 * @param margin how far it may extend beyond its bounds
 */
export function clipFor(
  clips: readonly Clip[],
  bounds: Bounds | undefined,
  margin: number,
): Clip | undefined {
  const [left = 0, top = 0, right = 0, bottom = 0] = bounds ?? [];
  const cuts = clips.some(({ path }) => {
    const [l = 0, t = 0, r = 0, b = 0] = path.bounds;
    const isInside =
      left - margin >= l && top - margin >= t && right + margin <= r && bottom + margin <= b;
    return !(bounds && path.isRectangle && isInside);
  });
  return cuts ? clips.at(-1) : undefined;
}
