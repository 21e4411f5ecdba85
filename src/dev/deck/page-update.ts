import { mediaName } from '../../5-bundle/assets/shared-media.ts';
import type { BuiltPage, BuiltSlide } from '../../model/page.ts';
import { omitKeptImages } from '../pages/kept-images.ts';
import type { Patch, Reload, SlideRef } from '../protocol/messages.ts';
import type { ShownPage } from './live-deck.ts';

/**
 * Creates the update that brings an open page to the next version of its deck: a patch, or a reload if
 * what surrounds the slides has changed, such as scripts, size or language.
 *
 * @returns `undefined` if both versions show the same
 */
export function createUpdate(before: ShownPage, after: ShownPage): Patch | Reload | undefined {
  const { title, parts } = after.page;
  const { title: oldTitle, parts: oldParts } = before.page;
  const old = oldParts.columns.flat();
  const fresh = parts.columns.flat();
  const refs = matchSlides(old, fresh);
  const first = refs.findIndex((ref, i) => isEdited(ref, fresh[i], old));
  const edited = first >= 0 && { edited: first };
  if (oldParts.frame !== parts.frame) return { type: 'reload', ...edited };
  const places = refs.values();
  const columns = parts.columns.map((column) => column.flatMap(() => places.next().value ?? []));
  const hasStyle = oldParts.style !== parts.style;
  const hasImages = oldParts.images !== parts.images;
  if (title === oldTitle && !hasStyle && !hasImages && isSame(columns, oldParts.columns))
    return undefined;
  return {
    type: 'patch',
    from: before.version,
    to: after.version,
    title,
    columns,
    ...(hasStyle && { style: parts.style }),
    ...(hasImages && { images: parts.images }),
    ...edited,
  };
}

/** Whether no slide was added, removed, changed or moved. */
function isSame(columns: Patch['columns'], before: BuiltPage['parts']['columns']): boolean {
  const lengths = (lists: readonly (readonly unknown[])[]) => lists.map((list) => list.length);
  return (
    lengths(columns).join() === lengths(before).join() &&
    columns.flat().every((ref, i) => ref === i)
  );
}

/**
 * Whether the content of a slide has changed, apart from what depends on other slides: its number, its
 * time, the ids of its headings, the targets of its links, and whether it contains the files that it shares.
 */
function isEdited(
  ref: SlideRef,
  slide: BuiltSlide | undefined,
  old: readonly BuiltSlide[],
): boolean {
  if (typeof ref === 'number') return false;
  const replaced = ref.replaces === undefined ? undefined : old[ref.replaces];
  if (!replaced || !slide) return true;
  return withoutTargets(slide.content) !== withoutTargets(replaced.content);
}

function withoutTargets(content: string): string {
  return content
    .replace(/ href="#[^"]*"|(?<=<h[1-6]) id="[^"]*"/g, '')
    .replace(
      / src="(data:(?:video|audio)\/[^"]*)"/g,
      (_, url: string) => ` data-media="${mediaName(url)}"`,
    );
}

function matchSlides(
  old: readonly BuiltSlide[],
  fresh: readonly BuiltSlide[],
): readonly SlideRef[] {
  const isInPlace = (i: number): boolean => old[i]?.html === fresh[i]?.html;
  // The page numbers its slides itself, but cannot compute their times.
  const keyOf = ({ content, seconds }: BuiltSlide): string => `${seconds} ${content}`;
  const known = new Map<string, number[]>();
  for (const [i, slide] of old.entries()) {
    if (isInPlace(i)) continue;
    const key = keyOf(slide);
    known.set(key, [...(known.get(key) ?? []), i]);
  }
  const kept = fresh.map((slide, i) => (isInPlace(i) ? i : known.get(keyOf(slide))?.shift()));
  const used = new Set(kept);
  const removed = [...old.keys()].filter((i) => !used.has(i));
  return fresh.map(
    ({ html }, i) => kept[i] ?? writeSlide(html, replacedSlide(i, kept, removed), old),
  );
}

function writeSlide(
  html: string,
  replaces: number | undefined,
  old: readonly BuiltSlide[],
): SlideRef {
  if (replaces === undefined) return { html };
  return { html: omitKeptImages(html, old[replaces]?.html ?? ''), replaces };
}

/** The removed slide between the same neighbours, which this one replaces. */
function replacedSlide(
  place: number,
  kept: readonly (number | undefined)[],
  removed: number[],
): number | undefined {
  const before = kept.slice(0, place).findLast((i) => i !== undefined) ?? -1;
  const after = kept.slice(place).find((i) => i !== undefined) ?? Number.POSITIVE_INFINITY;
  const found = removed.findIndex((i) => i > before && i < after);
  return found < 0 ? undefined : removed.splice(found, 1)[0];
}
