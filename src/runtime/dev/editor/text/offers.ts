import { EditorView } from '@codemirror/view';
import type { Refused } from '../../../../dev/protocol/messages.ts';
import { type KeptDraft, type KeptDrafts, keepDrafts } from '../../kept-drafts.ts';
import type { Notice } from '../pane/pane.ts';
import type { Workspace } from '../workspace.ts';
import { compareWith, isComparing } from './comparison.ts';
import type { FileBuffer } from './file-buffer.ts';

/** A draft of a closed tab, and where it is stored. */
interface Offer extends KeptDraft {
  readonly from: KeptDrafts;
  /** Why the file cannot be edited now. */
  reason?: string;
}

/** Offers the unsaved texts of closed tabs. Each stays stored until the user has decided. */
export class Offers {
  readonly #workspace: Workspace;
  #offers: readonly Offer[] = [];

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  add(kept: readonly KeptDrafts[]): void {
    const offers = kept.flatMap((from) => from.drafts.map((draft) => ({ ...draft, from })));
    this.#offers = [...this.#offers, ...offers];
  }

  /** The files that must be opened for it. */
  get missingFiles(): readonly string[] {
    const files = this.#offers.map(({ file }) => file);
    return [...new Set(files)].filter((file) => !this.#workspace.find(file));
  }

  /** Notes that a file cannot be opened. @returns whether it was opened for an offer */
  refuse({ file, reason }: Refused): boolean {
    if (this.#workspace.find(file)) return false;
    const refused = this.#offers.filter((offer) => offer.file === file);
    for (const offer of refused) offer.reason = reason;
    return refused.length > 0;
  }

  /** @param resume called after each choice */
  notice(resume: (act: () => void) => () => void): Notice | undefined {
    for (const offer of this.#offers) {
      const buffer = this.#workspace.find(offer.file);
      if (buffer?.text === offer.text) this.#remove(offer);
      else if (buffer && !isComparing(buffer) && !buffer.conflict)
        return this.#offerTo(buffer, offer, resume);
      else if (!buffer && offer.reason !== undefined) return this.#offerAlone(offer, resume);
    }
    return undefined;
  }

  #offerTo(buffer: FileBuffer, offer: Offer, resume: (act: () => void) => () => void): Notice {
    const { file, text, base } = offer;
    const since = base.version === buffer.version ? '' : ' The file was changed since.';
    const line = firstDifference(buffer.text, text);
    return {
      text: `Changes to ${file} of ${timeOf(offer)} were not saved. They begin at line ${line}.${since}`,
      choices: [
        ['Compare', resume(() => this.#restore(buffer, offer, true))],
        ['Restore', resume(() => this.#restore(buffer, offer, false))],
        ['Discard', resume(() => this.#remove(offer))],
      ],
    };
  }

  #offerAlone(offer: Offer, resume: (act: () => void) => () => void): Notice {
    return {
      text: `Changes to ${offer.file} of ${timeOf(offer)} were not saved, and it cannot be edited now: ${offer.reason}`,
      choices: [
        ['Show the text', resume(() => this.#open(offer))],
        ['Discard', resume(() => this.#remove(offer))],
      ],
    };
  }

  /** Merges the draft with the file, and goes to where it differs. What was typed meanwhile is compared with it. */
  #restore(buffer: FileBuffer, offer: Offer, isCompared: boolean): void {
    const { text, isDirty } = buffer;
    const outcome = buffer.restoreDraft(offer);
    this.#workspace.show(buffer);
    const { doc } = buffer.state;
    const anchor = doc.line(Math.min(firstDifference(text, buffer.text), doc.lines)).to;
    const effects = EditorView.scrollIntoView(anchor, { y: 'center' });
    buffer.dispatch({ selection: { anchor }, effects });
    if (outcome !== 'conflict' && (isCompared || isDirty)) compareWith(buffer, text);
    this.#remove(offer);
  }

  #open(offer: Offer): void {
    this.#workspace.open(offer.file, offer.base);
    this.#workspace.find(offer.file)?.restoreDraft(offer);
    this.#remove(offer);
  }

  /** Removes an offer from the storage after its text has become one of this tab's. */
  #remove(offer: Offer): void {
    this.#workspace.store();
    this.#offers = this.#offers.filter((other) => other !== offer);
    const { key } = offer.from;
    const left = this.#offers.filter(({ from }) => from.key === key);
    keepDrafts(
      key,
      left.map(({ file, text, base }) => ({ file, text, base })),
    );
    // There may be room only now.
    this.#workspace.store();
  }
}

/** The number of the first line that differs. */
function firstDifference(a: string, b: string): number {
  const [linesA, linesB] = [a.split('\n'), b.split('\n')];
  const line = linesA.findIndex((text, i) => text !== linesB[i]);
  return (line < 0 ? linesA.length : line) + 1;
}

/** `Nov 29, 2026, 8:31 PM` */
function timeOf({ from: { at } }: Offer): string {
  return new Date(at).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'short' });
}
