const sheet = new CSSStyleSheet();
const images = new CSSStyleSheet();

/** Milliseconds to wait for fonts before the new styles are applied. */
const fontTimeout = 1000;

/**
 * Replaces the page's style sheet. The content security policy blocks new `style` elements, but not
 * constructed style sheets. Fonts are loaded first, so that no text flashes.
 */
export async function replaceStyles(css: string): Promise<void> {
  const faces = await loadFaces(css);
  const others = document.adoptedStyleSheets.filter((other) => other !== sheet);
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet, ...others];
  disable('style:not(.images)');
  void document.fonts.ready.then(() => {
    for (const face of faces) document.fonts.delete(face);
  });
}

/** Replaces the style sheet with the images that are used more than once. */
export function replaceImages(css: string): void {
  images.replaceSync(css);
  const others = document.adoptedStyleSheets.filter((other) => other !== images);
  document.adoptedStyleSheets = [images, ...others];
  disable('style.images');
}

function disable(selector: string): void {
  for (const { sheet: own } of document.querySelectorAll<HTMLStyleElement>(selector)) {
    if (own) own.disabled = true;
  }
}

/** Loads and adds the fonts of the new rules. */
async function loadFaces(css: string): Promise<readonly FontFace[]> {
  const draft = new CSSStyleSheet();
  draft.replaceSync(css);
  const rules = Array.from(draft.cssRules).filter((rule) => rule instanceof CSSFontFaceRule);
  const faces = rules.map(({ style }) => createFace(style));
  const loading = Promise.allSettled(faces.map((face) => face.load()));
  await Promise.race([loading, new Promise((resolve) => setTimeout(resolve, fontTimeout))]);
  const loaded = faces.filter(({ status }) => status === 'loaded');
  for (const face of loaded) document.fonts.add(face);
  return loaded;
}

function createFace(style: CSSStyleDeclaration): FontFace {
  const get = (name: string): string => style.getPropertyValue(name);
  const family = get('font-family').replace(/^["']|["']$/g, '');
  return new FontFace(family, get('src'), {
    style: get('font-style') || 'normal',
    weight: get('font-weight') || 'normal',
    stretch: get('font-stretch') || 'normal',
    ...(get('unicode-range') && { unicodeRange: get('unicode-range') }),
  });
}
