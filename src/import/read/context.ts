import type { OoxmlPackage } from '../../base/ooxml/package.ts';
import type { XmlElement } from '../../base/ooxml/xml-tree.ts';
import type { Losses } from '../losses.ts';
import type { LinkTarget } from '../model.ts';
import type { LayoutChain } from './placeholders.ts';
import type { Appearances } from './timing.ts';

/** What reading the shapes of a slide needs. */
export interface SlideContext {
  readonly file: OoxmlPackage;
  /** The path of the slide. */
  readonly part: string;
  readonly chain: LayoutChain;
  readonly appearances: Appearances;
  readonly losses: Losses;
  /** The parts that slides have read, in lower case. Each part belongs to one slide. */
  readonly claimed: Set<string>;
  /** Whether Lectern has written the file. */
  readonly isOwn: boolean;
}

/**
 * Claims a part for a slide.
 *
 * @returns `false` if another slide has it, which is recorded as a loss
 */
export function claimPart(
  part: string,
  { claimed, losses }: Pick<SlideContext, 'claimed' | 'losses'>,
): boolean {
  const isFree = claimQuietly(part, claimed);
  if (!isFree) losses.add('repeated', part);
  return isFree;
}

/** Claims a part that a slide can do without. @returns `false` if another slide has it */
export function claimQuietly(part: string, claimed: Set<string>): boolean {
  const key = part.toLowerCase();
  const isFree = !claimed.has(key);
  claimed.add(key);
  return isFree;
}

/** Where a link leads; `undefined` if it has no counterpart, which is recorded as a loss. */
export function linkOf(
  link: XmlElement | undefined,
  { file, part, losses }: SlideContext,
): LinkTarget | undefined {
  if (!link) return undefined;
  const { action = '', tooltip } = link.attributes;
  if (action.startsWith('ppaction://media')) return undefined;
  const relation = file.relationship(part, link.attributes['r:id']);
  if (relation && !relation.isExternal && relation.type === 'slide')
    return { kind: 'slide', part: relation.target };
  const href = safeAddress(relation?.target ?? '');
  if (relation?.isExternal && action === '' && href !== undefined)
    return {
      kind: 'web',
      href,
      ...(tooltip !== undefined && tooltip !== '' && { title: tooltip }),
    };
  if (action !== 'ppaction://noaction') losses.add('link target', relation?.target || action);
  return undefined;
}

/** An address that a page may link to. */
function safeAddress(target: string): string | undefined {
  const address = target.trim();
  return /^(?:https?:\/\/|mailto:|tel:)[^\s\u0000-\u001f]+$/i.test(address) ? address : undefined;
}
