/**
 * Makes the style rules for print without effect, and those for the screen effective, in a page that is laid out for
 * print but shown as on stage. The rules that lay it out are those before the layer of the themes.
 */
export function leaveOutPrintStyles(): void {
  for (const sheet of document.styleSheets) {
    const rules = [...sheet.cssRules];
    const first = rules.findIndex((rule) => rule instanceof CSSLayerBlockRule);
    for (const rule of rules.slice(first)) showAsOnStage(rule, true);
  }
}

function showAsOnStage(rule: CSSRule, isOfAuthor: boolean): void {
  if (!(rule instanceof CSSGroupingRule)) return;
  const isOwn = isOfAuthor && !(rule instanceof CSSLayerBlockRule);
  if (rule instanceof CSSMediaRule) swapMedia(rule.media, isOwn);
  for (const inner of rule.cssRules) showAsOnStage(inner, isOwn);
}

/** What themes have for the screen only is for its edges, around the slide. */
function swapMedia(media: MediaList, isOwn: boolean): void {
  const queries = [...media].map((query) => {
    if (/^(?:only )?print\b/.test(query)) return 'not all';
    return isOwn ? query.replace(/^(?:only )?screen\b/, 'all') : query;
  });
  media.mediaText = queries.join(', ');
}
