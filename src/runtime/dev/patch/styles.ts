const sheet = new CSSStyleSheet();

/** How long faces may take to load before the styles come without them, in milliseconds. */
const patience = 1000;

/**
 * Puts a style sheet into the place of the page's own. The policy refuses a `style` element with
 * other rules, but not a sheet that a script builds. Faces are loaded before, so that no text flashes.
 */
export async function replaceStyles(css: string): Promise<void> {
  const faces = await loadFaces(css);
  const others = document.adoptedStyleSheets.filter((other) => other !== sheet);
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet, ...others];
  for (const { sheet: own } of document.querySelectorAll('style')) if (own) own.disabled = true;
  void document.fonts.ready.then(() => {
    for (const face of faces) document.fonts.delete(face);
  });
}

/** The faces of the new rules, in use at once. */
async function loadFaces(css: string): Promise<readonly FontFace[]> {
  const draft = new CSSStyleSheet();
  draft.replaceSync(css);
  const rules = Array.from(draft.cssRules).filter((rule) => rule instanceof CSSFontFaceRule);
  const faces = rules.map(({ style }) => makeFace(style));
  const loading = Promise.allSettled(faces.map((face) => face.load()));
  await Promise.race([loading, new Promise((resolve) => setTimeout(resolve, patience))]);
  const loaded = faces.filter(({ status }) => status === 'loaded');
  for (const face of loaded) document.fonts.add(face);
  return loaded;
}

function makeFace(style: CSSStyleDeclaration): FontFace {
  const get = (name: string): string => style.getPropertyValue(name);
  const family = get('font-family').replace(/^["']|["']$/g, '');
  return new FontFace(family, get('src'), {
    style: get('font-style') || 'normal',
    weight: get('font-weight') || 'normal',
    stretch: get('font-stretch') || 'normal',
    ...(get('unicode-range') && { unicodeRange: get('unicode-range') }),
  });
}
