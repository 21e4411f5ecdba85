/** Updates the list of decks; unchanged entries stay in the page. */
export function updateDeckList(entries: readonly string[]): void {
  const list = document.querySelector('.decks');
  if (!list) return;
  const existing = new Map(Array.from(list.children, (entry) => [entry.outerHTML, entry]));
  const fresh = entries.map((html) => {
    const template = document.createElement('template');
    template.innerHTML = html;
    const entry = template.content.firstElementChild as Element;
    return existing.get(entry.outerHTML) ?? entry;
  });
  // Moving an iframe would reload it.
  const isSame = fresh.length === list.children.length;
  for (const [i, entry] of fresh.entries()) {
    const now = list.children[i];
    if (now === entry) continue;
    if (isSame && now) now.replaceWith(entry);
    else list.insertBefore(entry, now ?? null);
  }
  while (list.children.length > fresh.length) list.lastElementChild?.remove();
}
