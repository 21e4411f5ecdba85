import { inks, type Stroke } from './stroke.ts';

/** The strokes of each slide that has some, by its name. */
export type Drawn = Readonly<Record<string, readonly Stroke[]>>;

/** Pages from a disk share one storage: each deck has a place of its own there, named by its path. */
const place = `lectern drawings of ${location.pathname}`;

/** What the browser has kept; whatever is not in order there is left out. */
export function recall(): Drawn {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? '{}');
    const all = Object.entries(isObject(kept) ? kept : {});
    return Object.fromEntries(
      all.map(([name, strokes]) => [name, Array.isArray(strokes) ? strokes.filter(isStroke) : []]),
    );
  } catch {
    return {};
  }
}

/** Where storage is refused or full, the drawings last as long as the page. */
export function remember(drawn: Drawn): void {
  try {
    if (Object.keys(drawn).length > 0) localStorage.setItem(place, JSON.stringify(drawn));
    else localStorage.removeItem(place);
  } catch {}
}

export function canRemember(): boolean {
  try {
    return localStorage !== null;
  } catch {
    return false;
  }
}

function isStroke(value: unknown): value is Stroke {
  if (!isObject(value) || !Array.isArray(value.points)) return false;
  const isPoint = (point: unknown): boolean =>
    Array.isArray(point) && point.length === 3 && point.every(Number.isFinite);
  return inks.some((ink) => ink === value.ink) && value.points.every(isPoint);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
