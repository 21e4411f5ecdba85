import type { EditRequest, FileText, Refused, Saved } from '../../../../dev/protocol/messages.ts';
import type { Stage } from '../editor-context.ts';
import { saved } from '../pane/notices.ts';
import type { Desk } from '../workspace.ts';
import { compareWith, endComparison } from './comparison.ts';
import { isTooLong } from './drafts.ts';
import type { Buffer } from './file-buffer.ts';

/** Saves texts, and brings them together with what others make of the same files. */
export class Saving {
  readonly #desk: Desk;
  readonly #stage: Stage;
  /** What has happened, until the author does something. */
  news = '';
  /** What went wrong, until somebody has read it. */
  problem = '';

  constructor(desk: Desk, stage: Stage) {
    this.#desk = desk;
    this.#stage = stage;
  }

  /** The file in which two have changed the same lines, and which of them holds is to be chosen. */
  get conflict(): Buffer | undefined {
    return this.#desk.buffers.find(({ conflict }) => conflict);
  }

  /** Saves all that is not saved; a file of which somebody must choose first comes up. */
  save(): void {
    this.news = '';
    this.problem = '';
    const { conflict } = this;
    if (conflict) this.#desk.show(conflict);
    for (const buffer of this.#desk.dirty) this.#save(buffer);
  }

  /** @returns whether the text is another one by that */
  takeText({ file, isConflict, ...theirs }: FileText): boolean {
    const buffer = this.#desk.find(file);
    if (!buffer) {
      this.#desk.open(file, theirs);
      return true;
    }
    if (isConflict) buffer.saving = undefined;
    const outcome = buffer.takeIn(theirs);
    if (buffer.isAnswerLost) buffer.saving = undefined;
    buffer.isAnswerLost = false;
    if (outcome === 'taken') this.news = 'Changed elsewhere, and taken in';
    if (outcome === 'merged') this.news = 'Merged with a change from elsewhere';
    if (isConflict && outcome !== 'conflict') this.save();
    return outcome === 'taken' || outcome === 'merged';
  }

  takeSaved({ file, version }: Saved): void {
    const buffer = this.#desk.find(file);
    if (buffer?.saving === undefined) return;
    buffer.begin({ text: buffer.saving, version });
    buffer.saving = undefined;
    endComparison(buffer);
    if (this.#desk.dirty.length === 0) this.news = saved;
  }

  takeRefusal({ file, reason }: Refused): void {
    const buffer = this.#desk.find(file);
    const what = buffer?.saving === undefined ? 'cannot be edited' : 'was not saved';
    this.problem = `${file || 'The file'} ${what}: ${reason}`;
    if (buffer) buffer.saving = undefined;
  }

  /** The same lines are theirs, which can be undone. */
  takeTheirs(buffer: Buffer): void {
    buffer.resolve('theirs');
  }

  /** The same lines are the author's, and are saved. */
  keepMine(buffer: Buffer): void {
    buffer.resolve('mine');
    this.#save(buffer);
  }

  /** The same lines are the author's, and theirs are shown beside them. */
  seeBoth(buffer: Buffer): void {
    const theirs = buffer.conflict?.text ?? '';
    buffer.resolve('mine');
    this.#desk.show(buffer);
    compareWith(buffer, theirs);
  }

  #save(buffer: Buffer): void {
    const { file, text, version, conflict, saving } = buffer;
    const { connection, settings } = this.#stage;
    if (isTooLong(buffer)) {
      this.problem = `${file} is longer than a million characters and cannot be saved here`;
    } else if (!conflict && saving === undefined && connection.isOpen) {
      buffer.saving = text;
      const { token } = settings;
      connection.send({ type: 'save', token, file, text, version } satisfies EditRequest);
    }
  }
}
