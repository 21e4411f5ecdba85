/**
 * Runs first in the page of a deck with its own scripts, whose origin has no storage: keeps the timer, the panel
 * and the drawings in the name of the tab, which survives a reload. What is to last longer than the tab is refused
 * as by a full storage, so that the page says that it is lost.
 */
export const tabStorageScript = `{
  let values = new Map();
  try { values = new Map(JSON.parse(self.name)); } catch {}
  const save = () => { self.name = JSON.stringify([...values]); };
  const createArea = (accepts) => ({
    getItem: (key) => values.get(key) ?? null,
    setItem(key, value) {
      if (!accepts(key)) throw new DOMException('This page stores nothing for longer', 'QuotaExceededError');
      values.set(key, String(value));
      save();
    },
    removeItem(key) { if (values.delete(key)) save(); },
  });
  const areas = {
    sessionStorage: createArea(() => true),
    localStorage: createArea((key) => key.startsWith('lectern drawings ')),
  };
  for (const [name, value] of Object.entries(areas)) Object.defineProperty(self, name, { value });
}`;
