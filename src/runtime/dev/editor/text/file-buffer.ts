import { historyField, isolateHistory } from '@codemirror/commands';
import { setDiagnostics } from '@codemirror/lint';
import { Annotation, EditorState, Text, type TransactionSpec } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { FileLine, PageDiagnostic } from '../../../../dev/protocol/messages.ts';
import type { KeptDraft } from '../../kept-drafts.ts';
import { editorDiagnostics, slideStarts } from '../pane/diagnostics.ts';
import { type EditorHooks, extensionsFor } from '../pane/setup.ts';
import { setStarts } from '../slides.ts';
import { changesTo, mergeTexts, type Side } from './merging.ts';
import { originsField, reachOrigin, setOrigin } from './origin.ts';

/** A version of a file, as sent by the server. */
export interface FileVersion {
  readonly text: string;
  /** `none`: the file does not exist. */
  readonly version: string;
}

/** A buffer as stored for a reload. */
export interface StoredBuffer {
  readonly file: string;
  readonly base: FileVersion;
  /** The text that was being saved, if that was not confirmed. */
  readonly pendingSave?: string | undefined;
  readonly state: unknown;
}

/** Marks transactions that were not caused by the user. */
export const programmatic = Annotation.define<boolean>();

const storedFields = { history: historyField };

/** A file of the deck in the editor: the edited text, and the file version on which it is based. */
export class FileBuffer {
  readonly file: string;
  #base: FileVersion;
  #baseDoc: Text;
  #state: EditorState;
  #view: EditorView | undefined;
  /** The file's current version, if it conflicts with the edited text. */
  conflict: FileVersion | undefined;
  /** The text that is being saved. */
  pendingSave: string | undefined;
  /**
   * Whether the connection was lost before a save was confirmed; the server's next text shows the
   * result.
   */
  isSaveUnconfirmed = false;

  constructor(file: string, base: FileVersion, hooks: EditorHooks, state?: EditorState) {
    this.file = file;
    this.#base = base;
    this.#baseDoc = Text.of(base.text.split('\n'));
    const extensions = extensionsFor(file, hooks);
    this.#state = state ?? EditorState.create({ doc: this.#baseDoc, extensions });
  }

  static restore({ file, base, pendingSave, state }: StoredBuffer, hooks: EditorHooks): FileBuffer {
    const config = { extensions: extensionsFor(file, hooks) };
    const buffer = new FileBuffer(
      file,
      base,
      hooks,
      EditorState.fromJSON(state, config, storedFields),
    );
    buffer.rebase(base);
    buffer.pendingSave = pendingSave;
    return buffer;
  }

  toDraft(): KeptDraft {
    return { file: this.file, text: this.text, base: this.#base };
  }

  toStored(withHistory: boolean): StoredBuffer {
    const state = this.state.toJSON(withHistory ? storedFields : {});
    return { file: this.file, base: this.#base, pendingSave: this.pendingSave, state };
  }

  get state(): EditorState {
    return this.#view?.state ?? this.#state;
  }

  get text(): string {
    return this.state.doc.toString();
  }

  get version(): string {
    return this.#base.version;
  }

  get isDirty(): boolean {
    return !this.state.doc.eq(this.#baseDoc);
  }

  /** Shows the buffer in a view, which then holds its state. */
  showIn(view: EditorView): void {
    view.setState(this.#state);
    this.#view = view;
  }

  /** Takes the state back from the view. */
  hide(): void {
    this.#state = this.state;
    this.#view = undefined;
  }

  dispatch(spec: TransactionSpec): void {
    const mark = { annotations: programmatic.of(true) };
    if (this.#view) this.#view.dispatch(spec, mark);
    else this.#state = this.#state.update(spec, mark).state;
  }

  /**
   * Applies the file's current version.
   *
   * @returns `same`: nothing changed; `taken`: the text was replaced; `merged`: both changes were merged;
   *   `conflict`: the user must choose
   */
  applyFileVersion(theirs: FileVersion): 'same' | 'taken' | 'merged' | 'conflict' {
    const mine = this.text;
    if (theirs.version === this.#base.version) {
      this.conflict = undefined;
      return 'same';
    }
    if (theirs.version === 'none') return this.#startConflict(theirs);
    if (theirs.text === mine || theirs.text === this.pendingSave) {
      this.rebase(theirs);
      return 'same';
    }
    if (!this.isDirty) {
      this.#replaceText(theirs.text);
      this.rebase(theirs);
      return 'taken';
    }
    const { text, conflictLine } = mergeTexts(mine, this.#base.text, theirs.text, 'mine');
    if (conflictLine !== undefined) return this.#startConflict(theirs);
    this.#replaceText(text);
    this.rebase(theirs);
    return 'merged';
  }

  /** Sets the file version on which the edited text is based. */
  rebase(base: FileVersion): void {
    this.#base = base;
    this.#baseDoc = Text.of(base.text.split('\n'));
    this.conflict = undefined;
    if (!this.isDirty) this.dispatch({ effects: setOrigin.of(base.version) });
  }

  /** Applies an unsaved text that is based on this or another version; see {@link applyFileVersion}. */
  restoreDraft(draft: KeptDraft): ReturnType<FileBuffer['applyFileVersion']> {
    const now = this.#base;
    this.rebase(draft.base);
    this.#replaceText(draft.text);
    return this.applyFileVersion(now);
  }

  /**
   * Resolves a conflict: merges both versions, and uses one side's lines where both changed them.
   */
  resolve(side: Side): void {
    const theirs = this.conflict;
    if (!theirs) return;
    if (theirs.version !== 'none') {
      this.#replaceText(mergeTexts(this.text, this.#base.text, theirs.text, side).text);
    }
    this.rebase(theirs);
  }

  /** The number of the first conflicting line. */
  get conflictLine(): number {
    const theirs = this.conflict?.text ?? '';
    return mergeTexts(this.text, this.#base.text, theirs, 'mine').conflictLine ?? 1;
  }

  /** Replaces the text in one step that can be undone. */
  #replaceText(text: string): void {
    const changes = changesTo(this.state.doc, text);
    this.dispatch({ changes, annotations: isolateHistory.of('full') });
  }

  /** Shows the slides and diagnostics of a build. @param text identifies the text that was built */
  showBuild(
    text: string,
    slideLines: readonly FileLine[] | undefined,
    diagnostics: readonly PageDiagnostic[],
  ): void {
    const origin = this.state.field(originsField).find(({ id }) => id === text);
    if (!origin) return;
    this.dispatch({ effects: reachOrigin.of(text) });
    if (slideLines)
      this.dispatch({ effects: setStarts.of(slideStarts(slideLines, this.file, origin)) });
    const marks = editorDiagnostics(diagnostics, this.file, origin, this.state.doc.length);
    this.dispatch(setDiagnostics(this.state, marks));
  }

  #startConflict(theirs: FileVersion): 'conflict' {
    this.conflict = theirs;
    return 'conflict';
  }
}
