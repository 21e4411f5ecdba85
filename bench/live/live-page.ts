/** What runs in the pages of a deck that is being written; the function is sent there alone. */

export type DraftWindow = Window & { draftShown?(draft: number, time: number): void };

/** Where a page finds, also when it is loaded anew, which draft it is to look for; nothing else is done until then. */
export const wantedKey = 'wanted-draft';

/** Tells, once a frame is painted that shows the wanted draft of the slide, when that was. */
export function watchDraft(key: string): void {
  const channel = new MessageChannel();
  // Whoever looks all the time takes the processor from those who are measured.
  const rest = 50;
  const isShown = (wanted: string): boolean => {
    for (const paragraph of document.getElementsByTagName('p')) {
      const draft = /^Draft (\d+) of/.exec(paragraph.textContent)?.[1];
      if (draft !== undefined) return draft === wanted && isOnScreen(paragraph);
    }
    return false;
  };
  const isOnScreen = (element: Element): boolean => {
    const { top, bottom, left, right } = element.getBoundingClientRect();
    const isInside = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
    return isInside && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  };
  // A message that is sent before a frame is painted comes after it.
  channel.port1.onmessage = () => {
    (window as DraftWindow).draftShown?.(Number(sessionStorage.getItem(key)), Date.now());
    sessionStorage.removeItem(key);
    look();
  };
  const look = (): void => {
    const wanted = sessionStorage.getItem(key);
    if (wanted === null) setTimeout(look, rest);
    else if (isShown(wanted)) channel.port2.postMessage(0);
    else requestAnimationFrame(look);
  };
  look();
}
