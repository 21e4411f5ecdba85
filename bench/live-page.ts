/** What runs in the pages of a deck that is being written; the function is sent there alone. */

export type DraftWindow = Window & { draftShown?(draft: number, time: number): void };

/** Tells, once a frame is painted that shows another draft of the slide than the last one, which and when. */
export function watchDraft(): void {
  const channel = new MessageChannel();
  let [told, seen] = [-1, -1];
  // A message that is sent before a frame is painted comes after it.
  channel.port1.onmessage = () => {
    if (seen !== told) (window as DraftWindow).draftShown?.(seen, Date.now());
    told = seen;
    requestAnimationFrame(look);
  };
  const look = (): void => {
    for (const paragraph of document.getElementsByTagName('p')) {
      const draft = /^Draft (\d+) of/.exec(paragraph.textContent)?.[1];
      if (draft === undefined) continue;
      if (isOnScreen(paragraph)) seen = Number(draft);
      break;
    }
    channel.port2.postMessage(0);
  };
  const isOnScreen = (element: Element): boolean => {
    const { top, bottom, left, right } = element.getBoundingClientRect();
    const isInside = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
    return isInside && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  };
  requestAnimationFrame(look);
}
