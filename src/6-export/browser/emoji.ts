/**
 * Finds the first emoji on the slides if the browser draws none of them in color, as without a font of color
 * emoji it draws outlines or empty boxes; an empty string otherwise. A script for `Tab.evaluate`.
 */
export const findColorlessEmoji = `(() => {
  const pattern = /\\p{Emoji_Presentation}|\\p{Extended_Pictographic}\\uFE0F/gu;
  const [most, size] = [20, 32];
  const found = new Map();
  const texts = document.createTreeWalker(document.querySelector('.slides') ?? document.body, NodeFilter.SHOW_TEXT);
  while (found.size < most && texts.nextNode()) {
    for (const [emoji] of texts.currentNode.data.matchAll(pattern)) {
      if (!found.has(emoji)) found.set(emoji, getComputedStyle(texts.currentNode.parentElement).fontFamily);
    }
  }
  const [first] = found.keys();
  if (first === undefined) return '';
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 2 * size;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const hasColor = (emoji, family) => {
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.font = size + 'px ' + family;
    context.fillText(emoji, size / 4, 1.5 * size);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    return data.some((value, i) => i % 4 === 0 && Math.max(value, data[i + 1], data[i + 2]) - Math.min(value, data[i + 1], data[i + 2]) > 32);
  };
  // Some emoji are gray in color fonts, too.
  const known = [...found, ['\\u{1F600}', found.get(first)]];
  return known.some(([emoji, family]) => hasColor(emoji, family)) ? '' : first;
})()`;
