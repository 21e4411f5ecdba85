import { historyField, isolateHistory } from '@codemirror/commands';
import { setDiagnostics } from '@codemirror/lint';
import { Annotation, EditorState, Text, type TransactionSpec } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { FileLine, PageDiagnostic } from '../../../../dev/protocol/messages.ts';
import { marksOf, startsOf } from '../pane/diagnostics.ts';
import { extensionsFor, type Hooks } from '../pane/setup.ts';
import { setStarts } from '../slides.ts';
import { changesTo, mergeTexts, type Side } from './merging.ts';
import { originsField, reachOrigin, setOrigin } from './origin.ts';

/** A version of a file, as the server told it. */
export interface Version {
  readonly text: string;
  /** `none`: there is no file. */
  readonly version: string;
}

/** A buffer as a tab keeps it over a reload. */
export interface KeptBuffer {
  readonly file: string;
  readonly base: Version;
  readonly state: unknown;
}

/** Marks what the editor does by itself: nobody moved the cursor or typed. */
export const byItself = Annotation.define<boolean>();

const keptFields = { history: historyField };

/** A file of the deck in the editor: its text as it is being written, and the version that this began from. */
export class Buffer {
  readonly file: string;
  #base: Version;
  #baseDoc: Text;
  #state: EditorState;
  #view: EditorView | undefined;
  /** What the file holds now, where another program and the author have changed the same lines. */
  conflict: Version | undefined;
  /** What is on its way to the file. */
  saving: string | undefined;
  /** The connection was lost before a save was answered: the text that the server gives next tells. */
  isAnswerLost = false;

  constructor(file: string, base: Version, hooks: Hooks, state?: EditorState) {
    this.file = file;
    this.#base = base;
    this.#baseDoc = Text.of(base.text.split('\n'));
    const extensions = extensionsFor(file, hooks);
    this.#state = state ?? EditorState.create({ doc: this.#baseDoc, extensions });
  }

  static revive({ file, base, state }: KeptBuffer, hooks: Hooks): Buffer {
    const config = { extensions: extensionsFor(file, hooks) };
    const buffer = new Buffer(file, base, hooks, EditorState.fromJSON(state, config, keptFields));
    buffer.begin(base);
    return buffer;
  }

  keep(withHistory: boolean): KeptBuffer {
    const state = this.state.toJSON(withHistory ? keptFields : {});
    return { file: this.file, base: this.#base, state };
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

  /** Shows it in a view, which then is the one that has its state. */
  showIn(view: EditorView): void {
    view.setState(this.#state);
    this.#view = view;
  }

  /** Something else is shown in the view. */
  hide(): void {
    this.#state = this.state;
    this.#view = undefined;
  }

  dispatch(spec: TransactionSpec): void {
    const mark = { annotations: byItself.of(true) };
    if (this.#view) this.#view.dispatch(spec, mark);
    else this.#state = this.#state.update(spec, mark).state;
  }

  /**
   * Takes up what the file holds now.
   *
   * @returns what came of that: the text is that of the file; both were brought together; the author
   *   must choose
   */
  takeIn(theirs: Version): 'same' | 'taken' | 'merged' | 'conflict' {
    const mine = this.text;
    if (theirs.version === this.#base.version) {
      this.conflict = undefined;
      return 'same';
    }
    if (theirs.version === 'none') return this.#disagree(theirs);
    if (theirs.text === mine || theirs.text === this.saving) {
      this.begin(theirs);
      return 'same';
    }
    if (!this.isDirty) {
      this.#write(theirs.text);
      this.begin(theirs);
      return 'taken';
    }
    const { text, conflictLine } = mergeTexts(mine, this.#base.text, theirs.text, 'mine');
    if (conflictLine !== undefined) return this.#disagree(theirs);
    this.#write(text);
    this.begin(theirs);
    return 'merged';
  }

  /** From now on, this is the version that the author's text is a change of. */
  begin(base: Version): void {
    this.#base = base;
    this.#baseDoc = Text.of(base.text.split('\n'));
    this.conflict = undefined;
    if (!this.isDirty) this.dispatch({ effects: setOrigin.of(base.version) });
  }

  /** Ends a conflict: the lines of one side hold where both have changed them, elsewhere those of both. */
  resolve(side: Side): void {
    const theirs = this.conflict;
    if (!theirs) return;
    if (theirs.version !== 'none') {
      this.#write(mergeTexts(this.text, this.#base.text, theirs.text, side).text);
    }
    this.begin(theirs);
  }

  /** The first line that both have changed, from 1. */
  get conflictLine(): number {
    const theirs = this.conflict?.text ?? '';
    return mergeTexts(this.text, this.#base.text, theirs, 'mine').conflictLine ?? 1;
  }

  /** Makes the text another one, as a step that can be undone. */
  #write(text: string): void {
    const changes = changesTo(this.state.doc, text);
    this.dispatch({ changes, annotations: isolateHistory.of('full') });
  }

  /** Takes up where slides begin and what is wrong, of the text that the server knows by a name. */
  mark(
    text: string,
    places: readonly FileLine[] | undefined,
    faults: readonly PageDiagnostic[],
  ): void {
    const origin = this.state.field(originsField).find(({ id }) => id === text);
    if (!origin) return;
    this.dispatch({ effects: reachOrigin.of(text) });
    if (places) this.dispatch({ effects: setStarts.of(startsOf(places, this.file, origin)) });
    const marks = marksOf(faults, this.file, origin, this.state.doc.length);
    this.dispatch(setDiagnostics(this.state, marks));
  }

  #disagree(theirs: Version): 'conflict' {
    this.conflict = theirs;
    return 'conflict';
  }
}
