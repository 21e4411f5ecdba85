import { inks, type Stroke } from './stroke.ts';

/** The strokes of each slide with a drawing, by the slide's name. */
type StoredDrawings = Readonly<Record<string, readonly Stroke[]>>;

/** Local files share one storage, so the key contains the path of the deck. */
const storageKey = `lectern drawings of ${location.pathname}`;

/** Reads the stored drawings; invalid data is ignored. */
export function readDrawings(): StoredDrawings {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}');
    const all = Object.entries(isObject(stored) ? stored : {});
    return Object.fromEntries(
      all.map(([name, strokes]) => [name, Array.isArray(strokes) ? strokes.filter(isStroke) : []]),
    );
  } catch {
    return {};
  }
}

/** Stores the drawings; they are lost with the page if storage is blocked or full. */
export function writeDrawings(drawn: StoredDrawings): void {
  try {
    if (Object.keys(drawn).length > 0) localStorage.setItem(storageKey, JSON.stringify(drawn));
    else localStorage.removeItem(storageKey);
  } catch {}
}

export function canStoreDrawings(): boolean {
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
