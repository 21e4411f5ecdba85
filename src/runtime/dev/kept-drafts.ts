import { readStored, removeStored, storedKeys, writeStored } from './browser-storage.ts';

/** An unsaved text, and the version of the file on which it is based. */
export interface KeptDraft {
  readonly file: string;
  readonly text: string;
  readonly base: { readonly text: string; readonly version: string };
}

/** The unsaved texts of one tab. */
export interface KeptDrafts {
  /** The key under which they are stored. */
  readonly key: string;
  /** When they were stored, in milliseconds since the epoch. */
  readonly at: number;
  readonly drafts: readonly KeptDraft[];
}

const prefix = 'lectern-dev-drafts ';
const tabKey = 'lectern-dev-tab';
const maxAge = 30 * 24 * 60 * 60 * 1000;

/** How long other tabs may take to claim their drafts, in milliseconds. */
const claimTime = 500;
type Message = { readonly ask: string } | { readonly claim: string };

/** The key of the drafts of this tab, also after a reload. @param deck its id */
export function ownDraftsKey(deck: string): string {
  const known = readStored('sessionStorage', tabKey);
  const tab = known ?? Math.random().toString(36).slice(2);
  if (known === null) writeStored('sessionStorage', tabKey, tab);
  return `${prefix}${deck} ${tab}`;
}

/**
 * Keeps unsaved texts for the case that the tab or the browser is closed; without texts, removes the entry. Other
 * tabs' texts never make room for them.
 *
 * @returns whether they are kept; if not, the ones before stay
 */
export function keepDrafts(key: string, drafts: readonly KeptDraft[]): boolean {
  if (drafts.length === 0) {
    removeStored('localStorage', key);
    return true;
  }
  const text = JSON.stringify({ at: Date.now(), drafts });
  if (writeStored('localStorage', key, text)) return true;
  const others = entries(prefix).filter((entry) => entry.key !== key);
  const outdated = others.filter(({ at }) => Date.now() - at > maxAge);
  for (const entry of outdated) removeStored('localStorage', entry.key);
  return writeStored('localStorage', key, text);
}

/** Claims this tab's drafts when other tabs look for abandoned ones. @returns ends that */
export function claimDrafts(key: string): () => void {
  const channel = openChannel();
  channel?.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if ('ask' in data && key.startsWith(data.ask)) channel.postMessage({ claim: key });
  });
  return () => channel?.close();
}

/**
 * The drafts of a deck whose tab is closed, the newest first.
 *
 * @param deck its id
 * @param isRevived whether this tab has its own drafts still, after a reload
 */
export async function findAbandonedDrafts(
  deck: string,
  isRevived: boolean,
): Promise<readonly KeptDrafts[]> {
  if (!isRevived) removeStored('sessionStorage', tabKey);
  const own = ownDraftsKey(deck);
  const ask = `${prefix}${deck} `;
  const candidates = entries(ask).filter(({ key }) => key !== own);
  const channel = candidates.length > 0 ? openChannel() : undefined;
  if (!channel) return candidates;
  const claimed = new Set<string>();
  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if ('claim' in data) claimed.add(data.claim);
  });
  channel.postMessage({ ask });
  await new Promise((resolve) => setTimeout(resolve, claimTime));
  channel.close();
  return candidates.filter(({ key }) => !claimed.has(key));
}

/** The storage key of the editor's state, which a tab keeps across reloads. @param deck its id */
export function editorStateKey(deck: string): string {
  return `lectern-dev-editor ${deck}`;
}

function openChannel(): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel('lectern-dev-drafts');
  } catch {
    // In some browsers without storage.
    return undefined;
  }
}

/** The stored entries whose keys begin with a prefix, the newest first. */
function entries(start: string): KeptDrafts[] {
  const all = storedKeys('localStorage', start).flatMap((key) => {
    const entry = readEntry(key);
    if (!entry) removeStored('localStorage', key);
    return entry ? [entry] : [];
  });
  return all.sort((a, b) => b.at - a.at);
}

/** Other programs may have served pages at this address, so that the content is validated. */
function readEntry(key: string): KeptDrafts | undefined {
  try {
    const { at, drafts } = JSON.parse(readStored('localStorage', key) ?? '') as KeptDrafts;
    return Number.isFinite(at) && drafts.every(isDraft) ? { key, at, drafts } : undefined;
  } catch {
    return undefined;
  }
}

function isDraft({ file, text, base }: KeptDraft): boolean {
  return [file, text, base.text, base.version].every((value) => typeof value === 'string');
}
