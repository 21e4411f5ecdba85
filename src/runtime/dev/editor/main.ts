import type { ViewUpdate } from '@codemirror/view';
import type { EditRequest, PageDiagnostic, ServerMessage } from '../../../dev/protocol/messages.ts';
import type { KeptDrafts } from '../kept-drafts.ts';
import type { EditorContext } from './editor-context.ts';
import { insertImages, uploadImage } from './images.ts';
import {
  closingNotice,
  comparisonNotice,
  conflictNotice,
  describeState,
  problemNotice,
  type Resolutions,
  savedText,
} from './pane/notices.ts';
import { type Notice, Pane } from './pane/pane.ts';
import { SlideSync } from './slide-sync.ts';
import { endComparison, hasOpenChoices, isComparing } from './text/comparison.ts';
import { Drafts } from './text/drafts.ts';
import { programmatic } from './text/file-buffer.ts';
import { Offers } from './text/offers.ts';
import { Saving } from './text/saving.ts';
import { clearStoredEditor } from './text/storage.ts';
import { Workspace } from './workspace.ts';

/** Opens the editor next to the deck, at the current slide, or as it was before a reload. */
export function openEditor(context: EditorContext): Editor {
  return new Editor(context);
}

/** Where an image is inserted. */
export type ImagePosition =
  | 'cursor'
  | 'end of the slide'
  | { readonly x: number; readonly y: number };

/** The editor next to the deck. Shows the Markdown file of the current slide. */
export class Editor {
  readonly #context: EditorContext;
  readonly #pane: Pane;
  readonly #workspace: Workspace;
  readonly #sync: SlideSync;
  readonly #drafts: Drafts;
  readonly #saving: Saving;
  readonly #offers: Offers;
  #diagnostics: readonly PageDiagnostic[] = [];
  /** Whether the user is asked what to do with unsaved changes. */
  #isClosing = false;
  #isReloading = false;

  constructor(context: EditorContext) {
    const save = () => this.#save();
    const close = () => this.#requestClose();
    this.#context = context;
    this.#pane = new Pane({
      save,
      close,
    });
    this.#pane.open();
    const { body, root } = this.#pane;
    const update = (change: ViewUpdate) => this.#onUpdate(change);
    this.#workspace = new Workspace(body, root, context.settings.deckId, { save, close, update });
    this.#workspace.onKeptChange = () => this.#showStatus();
    this.#offers = new Offers(this.#workspace);
    this.#saving = new Saving(this.#workspace, context);
    this.#drafts = new Drafts(context, this.#workspace, () => this.#showStatus());
    const isRevived = this.#workspace.restore();
    const ask = (file: string) => this.#send(this.#requestFor(file));
    this.#sync = new SlideSync(this.#workspace, context.deck, isRevived, ask);
    this.#listen(true);
    for (const message of this.helloMessages()) this.#send(message);
    this.#showStatus();
  }

  focus(): void {
    this.#workspace.focus();
  }

  /** Offers the unsaved texts of closed tabs. */
  offer(kept: readonly KeptDrafts[]): void {
    this.#offers.add(kept);
    for (const file of this.#offers.missingFiles) this.#send(this.#requestFor(file));
    this.#showStatus();
  }

  /** The messages to send to a newly connected server. */
  helloMessages(): readonly EditRequest[] {
    for (const buffer of this.#workspace.buffers)
      buffer.isSaveUnconfirmed = buffer.pendingSave !== undefined;
    const all = this.#drafts.all();
    const offered = this.#offers.missingFiles.map((file) => this.#requestFor(file));
    return [...(all.length > 0 ? all : [this.#requestFor(this.#sync.slide)]), ...offered];
  }

  /** Waits until the user stops typing. @returns whether a reload loses nothing */
  async prepareReload(): Promise<boolean> {
    await this.#workspace.whenIdle();
    this.#isReloading = this.#workspace.store() || this.#workspace.dirty.length === 0;
    if (!this.#isReloading) {
      this.#saving.problem =
        'The page must be reloaded, but the browser cannot store this text: save it first';
      this.#showStatus();
    }
    return this.#isReloading;
  }

  receive(message: ServerMessage): void {
    if (message.type === 'patch') this.#sync.patchStarted();
    if (message.type === 'diagnostics') this.#diagnostics = message.diagnostics;
    if (message.type === 'built') this.#sync.buildFinished(message, this.#diagnostics);
    if (message.type === 'text' && this.#saving.receiveText(message)) this.#drafts.schedule();
    if (message.type === 'saved') this.#saving.confirmSave(message);
    const isOffer = message.type === 'refused' && this.#offers.refuse(message);
    if (message.type === 'refused' && !isOffer) this.#saving.receiveRefusal(message);
    if (message.type === 'saved' || message.type === 'text') this.#workspace.keepDrafts();
    if (message.type === 'refused' || this.#saving.conflict) this.#isClosing = false;
    const isSaved = message.type === 'saved' && this.#workspace.dirty.length === 0;
    if (isSaved && this.#isClosing) this.#close();
    else this.#showStatus();
  }

  /** Uploads images next to the shown file and inserts them into its text. */
  async addImages(images: readonly File[], position: ImagePosition): Promise<void> {
    await this.#workspace.ready;
    const buffer = this.#workspace.shown;
    if (!buffer) return;
    const isForText =
      position !== 'end of the slide' && (position === 'cursor' || this.#moveCursorTo(position));
    const slide = isForText ? undefined : this.#sync.slide;
    this.#saving.status = '';
    this.#saving.problem = '';
    const paths: string[] = [];
    for (const image of images) {
      const added = await uploadImage(image, buffer.file, this.#context);
      if ('path' in added) paths.push(added.path);
      else this.#saving.problem = `${image.name} was not added: ${added.reason}`;
    }
    if (paths.length > 0) insertImages(buffer, paths, slide);
    this.#drafts.schedule();
    this.#showStatus();
    this.focus();
  }

  /** Moves the cursor to the position of a drop. @returns whether it is on the text */
  #moveCursorTo(point: { readonly x: number; readonly y: number }): boolean {
    const { view } = this.#workspace;
    const { left, right, top } = view.dom.getBoundingClientRect();
    const isInside = point.x >= left && point.x <= right && point.y >= top;
    if (isInside) view.dispatch({ selection: { anchor: view.posAtCoords(point, false) } });
    return isInside;
  }

  #onUpdate({ docChanged, selectionSet, transactions }: ViewUpdate): void {
    const isOwn = transactions.some((transaction) => transaction.annotation(programmatic));
    if (docChanged) {
      this.#drafts.schedule();
      this.#workspace.scheduleStore();
    }
    // Accepting a change in a comparison does not change the text.
    if (isOwn || transactions.length === 0) return;
    if (docChanged) this.#saving.status = '';
    if (docChanged) this.#sync.followTyping();
    else if (selectionSet) this.#sync.followCursor();
    this.#showStatus();
  }

  #save(): void {
    this.#saving.save();
    if (this.#saving.conflict) this.#isClosing = false;
    this.#showStatus();
  }

  /** Updates the status and the notice. */
  #showStatus(): void {
    const { shown, dirty } = this.#workspace;
    const hasServer = this.#context.connection.isOpen;
    const { status } = this.#saving;
    const errors = this.#diagnostics.filter(({ severity }) => severity === 'error').length;
    const { areDraftsKept } = this.#workspace;
    const state = describeState(status, dirty, shown, { hasServer, areDraftsKept }, errors);
    const isAlarming = !hasServer || !areDraftsKept || (status === savedText && errors > 0);
    this.#pane.setStatus(shown?.file ?? 'Opening …', state, isAlarming, dirty.length > 0);
    this.#pane.show(this.#currentNotice());
  }

  #currentNotice(): Notice | undefined {
    const { dirty, shown } = this.#workspace;
    const { conflict, problem } = this.#saving;
    if (this.#isClosing && dirty.length > 0) {
      const stay = this.#resume(() => {
        this.#isClosing = false;
      });
      const [save, discard] = [() => this.#save(), () => this.#close()];
      return closingNotice(
        dirty.map(({ file }) => file),
        { save, discard, stay },
      );
    }
    if (conflict) return conflictNotice(conflict, this.#resolutions);
    if (problem) {
      return problemNotice(
        problem,
        this.#resume(() => {
          this.#saving.problem = '';
        }),
      );
    }
    const offer = this.#offers.notice((act) => this.#resume(act));
    if (offer || !shown || !isComparing(shown)) return offer;
    const done = this.#resume(() => endComparison(shown));
    return comparisonNotice(hasOpenChoices(shown), done);
  }

  get #resolutions(): Resolutions {
    const saving = this.#saving;
    return {
      compare: this.#resume(saving.compare.bind(saving)),
      useTheirs: this.#resume(saving.useTheirs.bind(saving)),
      keepMine: this.#resume(saving.keepMine.bind(saving)),
    };
  }

  /** Wraps the action of a choice; afterwards, editing continues. */
  #resume<Given extends readonly unknown[]>(act: (...given: Given) => void) {
    return (...given: Given): void => {
      this.#saving.status = '';
      act(...given);
      this.#sync.followCursor();
      this.#drafts.schedule();
      this.#showStatus();
      this.focus();
    };
  }

  #requestClose(): void {
    if (this.#workspace.dirty.length === 0) {
      this.#close();
      return;
    }
    this.#isClosing = !this.#isClosing;
    this.#saving.status = '';
    this.#showStatus();
    if (!this.#isClosing) this.focus();
  }

  #close(): void {
    const { settings, onClose } = this.#context;
    this.#listen(false);
    this.#drafts.stop();
    this.#send({ type: 'close', token: settings.token });
    this.#sync.close();
    this.#workspace.close();
    this.#pane.close();
    clearStoredEditor(settings.deckId);
    onClose();
  }

  #listen(isOpen: boolean): void {
    const act = isOpen ? addEventListener : removeEventListener;
    act('beforeunload', this.#beforeUnload);
    act('pagehide', this.#workspace.store);
    act('keydown', this.#onKey);
  }

  readonly #beforeUnload = (event: Event): void => {
    if (this.#workspace.dirty.length > 0 && !this.#isReloading) event.preventDefault();
  };

  /** Ctrl+S saves while the deck is focused, too. */
  readonly #onKey = (event: Event): void => {
    const { key, ctrlKey, metaKey, defaultPrevented } = event as KeyboardEvent;
    if (key !== 's' || !(ctrlKey || metaKey) || defaultPrevented) return;
    event.preventDefault();
    this.#save();
  };

  #requestFor(of: string | number): EditRequest {
    return { type: 'edit', token: this.#context.settings.token, of };
  }

  #send(request: EditRequest): void {
    this.#context.connection.send(request);
  }
}
