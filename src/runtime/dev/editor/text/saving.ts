import type { EditRequest, FileText, Refused, Saved } from '../../../../dev/protocol/messages.ts';
import type { EditorContext } from '../editor-context.ts';
import { savedText } from '../pane/notices.ts';
import type { Workspace } from '../workspace.ts';
import { compareWith, endComparison } from './comparison.ts';
import { isTooLong } from './drafts.ts';
import type { FileBuffer } from './file-buffer.ts';

/** Saves files, and merges them with changes from elsewhere. */
export class Saving {
  readonly #workspace: Workspace;
  readonly #context: EditorContext;
  /** The last event; cleared by the user's next action. */
  status = '';
  /** The last error; cleared when the user dismisses it. */
  problem = '';

  constructor(workspace: Workspace, context: EditorContext) {
    this.#workspace = workspace;
    this.#context = context;
  }

  /** The first file with a conflict. */
  get conflict(): FileBuffer | undefined {
    return this.#workspace.buffers.find(({ conflict }) => conflict);
  }

  /** Saves all files with unsaved changes; shows a file with a conflict instead. */
  save(): void {
    this.status = '';
    this.problem = '';
    const { conflict } = this;
    if (conflict) this.#workspace.show(conflict);
    for (const buffer of this.#workspace.dirty) this.#save(buffer);
  }

  /** @returns whether the edited text changed */
  receiveText({ file, isConflict, ...theirs }: FileText): boolean {
    const buffer = this.#workspace.find(file);
    if (!buffer) {
      this.#workspace.open(file, theirs);
      return true;
    }
    if (isConflict) buffer.pendingSave = undefined;
    const outcome = buffer.applyFileVersion(theirs);
    if (buffer.isSaveUnconfirmed) buffer.pendingSave = undefined;
    buffer.isSaveUnconfirmed = false;
    if (outcome === 'taken') this.status = 'Changed elsewhere, now updated';
    if (outcome === 'merged') this.status = 'Merged with changes from elsewhere';
    if (isConflict && outcome !== 'conflict') this.save();
    return outcome === 'taken' || outcome === 'merged';
  }

  confirmSave({ file, version }: Saved): void {
    const buffer = this.#workspace.find(file);
    if (buffer?.pendingSave === undefined) return;
    buffer.rebase({ text: buffer.pendingSave, version });
    buffer.pendingSave = undefined;
    endComparison(buffer);
    if (this.#workspace.dirty.length === 0) this.status = savedText;
  }

  receiveRefusal({ file, reason }: Refused): void {
    const buffer = this.#workspace.find(file);
    const what = buffer?.pendingSave === undefined ? 'cannot be edited' : 'was not saved';
    this.problem = `${file || 'The file'} ${what}: ${reason}`;
    if (buffer) buffer.pendingSave = undefined;
  }

  /** Resolves a conflict with their lines, which can be undone. */
  useTheirs(buffer: FileBuffer): void {
    buffer.resolve('theirs');
  }

  /** Resolves a conflict with the user's lines, and saves. */
  keepMine(buffer: FileBuffer): void {
    buffer.resolve('mine');
    this.#save(buffer);
  }

  /** Resolves a conflict with the user's lines, and shows theirs for comparison. */
  compare(buffer: FileBuffer): void {
    const theirs = buffer.conflict?.text ?? '';
    buffer.resolve('mine');
    this.#workspace.show(buffer);
    compareWith(buffer, theirs);
  }

  #save(buffer: FileBuffer): void {
    const { file, text, version, conflict, pendingSave } = buffer;
    const { connection, settings } = this.#context;
    if (isTooLong(buffer)) {
      this.problem = `${file} is longer than a million characters and cannot be saved here`;
    } else if (!conflict && pendingSave === undefined && connection.isOpen) {
      buffer.pendingSave = text;
      const { token } = settings;
      connection.send({ type: 'save', token, file, text, version } satisfies EditRequest);
    }
  }
}
