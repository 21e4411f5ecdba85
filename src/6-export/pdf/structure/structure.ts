import type { SharedText } from '../content/mark.ts';
import { type ContentPlan, markPages, type ReadPages } from '../content/pages.ts';
import type { PdfDraft } from '../draft.ts';
import { type Box, unite } from '../matrix.ts';
import type { PrintedDeck } from '../printed-deck.ts';
import { DeckText } from '../words/deck-text.ts';
import { type AppliedTags, applyTags } from './apply-tags.ts';
import { hasHeadingsInOrder, hasRegularTables } from './claims.ts';
import { correctTags, nestHeadings, removeEmpty } from './correct.ts';
import { regularizeTables } from './tables.ts';
import {
  contentIn,
  isContent,
  isTag,
  type MarkedContent,
  readStructure,
  setAttribute,
  type Tag,
  tagsIn,
  writeStructure,
} from './tree.ts';

/**
 * Corrects the tags of a document and marks its content.
 *
 * @returns whether it is PDF/UA, as far as a program can tell
 */
export function finishStructure(
  draft: PdfDraft,
  { tags, text }: Pick<PrintedDeck, 'tags' | 'text'>,
): boolean {
  const deck = new DeckText(text);
  const tree = readStructure(draft);
  if (!tree) {
    markPages(draft, new Map(), deck);
    return false;
  }
  const { top } = tree;
  const applied = applyTags(top, tags);
  regularizeTables(draft, top);
  correctTags(draft, top);
  const { contents, isLegible } = markPages(draft, planContent(top, applied), deck);
  removeArtifacts(top, contents);
  removeEmpty(top);
  nestHeadings(top);
  addBoxes(top, contents);
  writeStructure(draft, tree);
  return isLegible && !applied.isUnnamed && hasHeadingsInOrder(top) && hasRegularTables(top);
}

/** Elements that only group others: what they paint themselves are backgrounds and borders. */
const groups = new Set(
  'Document Part Art Sect Div BlockQuote Aside L LI LBody Table TR THead TBody TFoot TD TH P Code'.split(
    ' ',
  ),
);

/** Elements whose place is of use: of a part of a page, which a reader may show larger. */
const placed = new Set(['Figure', 'Formula', 'Table']);

interface Plan extends ContentPlan {
  readonly artifacts: Map<number, string>;
  readonly backgrounds: Set<number>;
  readonly lines: Set<number>;
  readonly texts: Map<number, SharedText>;
  readonly measured: Set<number>;
}

function planContent(top: Tag, { artifacts }: AppliedTags): ReadonlyMap<number, ContentPlan> {
  const plans = new Map<number, Plan>();
  const planOf = ({ owner }: MarkedContent): Plan => {
    const plan = plans.get(owner) ?? {
      artifacts: new Map(),
      backgrounds: new Set(),
      lines: new Set(),
      texts: new Map(),
      measured: new Set(),
    };
    plans.set(owner, plan);
    return plan;
  };
  for (const { content, properties } of artifacts) {
    planOf(content).artifacts.set(content.mcid, properties);
  }
  for (const tag of tagsIn(top)) {
    if (placed.has(tag.type)) {
      for (const content of contentIn(tag)) planOf(content).measured.add(content.mcid);
    }
    if (tag.copied !== undefined) {
      const shared = { text: tag.copied };
      for (const content of contentIn(tag)) planOf(content).texts.set(content.mcid, shared);
    }
    const own = tag.kids.filter(isContent);
    if (groups.has(tag.type))
      for (const content of own) planOf(content).backgrounds.add(content.mcid);
    if (tag.type === 'NonStruct')
      for (const content of own) planOf(content).lines.add(content.mcid);
  }
  return plans;
}

function removeArtifacts(tag: Tag, contents: ReadPages['contents']): void {
  tag.kids = tag.kids.filter((kid) => {
    if (isTag(kid)) removeArtifacts(kid, contents);
    return !isContent(kid) || !contents.get(kid.owner)?.artifacts.has(kid.mcid);
  });
}

/** Says where figures, formulas and tables are (ISO 32000-1, 14.8.5.4.3). */
function addBoxes(top: Tag, contents: ReadPages['contents']): void {
  for (const tag of tagsIn(top)) {
    if (!placed.has(tag.type)) continue;
    const all = contentIn(tag);
    // One that continues on another page has no box.
    if (new Set(all.map(({ page }) => page)).size !== 1) continue;
    let box: Box | undefined;
    for (const { owner, mcid } of all) {
      const own = contents.get(owner)?.boxes.get(mcid);
      if (own) box = unite(box, own);
    }
    if (box)
      setAttribute(
        tag,
        'Layout',
        'BBox',
        box.map((value) => Math.round(value * 100) / 100),
      );
  }
}
