import type { ViewUpdate } from '@codemirror/view';
import type { EditRequest, PageDiagnostic, ServerMessage } from '../../../dev/protocol/messages.ts';
import type { Stage } from './editor-context.ts';
import { insertPictures, upload } from './images.ts';
import {
  closingNotice,
  comparisonNotice,
  conflictNotice,
  describeState,
  problemNotice,
  type Resolutions,
  saved,
} from './pane/notices.ts';
import { type Notice, Pane } from './pane/pane.ts';
import { Follower } from './slide-sync.ts';
import { endComparison, hasChoices, isComparing } from './text/comparison.ts';
import { Drafts } from './text/drafts.ts';
import { byItself } from './text/file-buffer.ts';
import { Saving } from './text/saving.ts';
import { forget } from './text/storage.ts';
import { Desk } from './workspace.ts';

/** Opens the editor beside the deck, at the slide that is shown, or as it was before a reload. */
export function openEditor(stage: Stage): Editor {
  return new Editor(stage);
}

/** Where a picture goes: where it was dropped on the text, or where the slide ends. */
export type PicturePlace =
  | 'cursor'
  | 'end of the slide'
  | { readonly x: number; readonly y: number };

/** The editor beside the deck: the Markdown of its files, the one that is shown being that of the slide. */
export class Editor {
  readonly #stage: Stage;
  readonly #pane: Pane;
  readonly #desk: Desk;
  readonly #follower: Follower;
  readonly #drafts: Drafts;
  readonly #saving: Saving;
  #faults: readonly PageDiagnostic[] = [];
  /** Whether the author has been asked what is to become of what is not saved. */
  #isClosing = false;
  #isReloading = false;

  constructor(stage: Stage) {
    const save = () => this.#save();
    const close = () => this.#askToClose();
    this.#stage = stage;
    this.#pane = new Pane({
      save,
      close,
    });
    this.#pane.open();
    const { body, root } = this.#pane;
    const update = (change: ViewUpdate) => this.#updated(change);
    this.#desk = new Desk(body, root, stage.settings.deck, { save, close, update });
    this.#saving = new Saving(this.#desk, stage);
    this.#drafts = new Drafts(stage, this.#desk, () => this.#tell());
    const isRevived = this.#desk.revive();
    const ask = (file: string) => this.#send(this.#requestFor(file));
    this.#follower = new Follower(this.#desk, stage.deck, isRevived, ask);
    this.#listen(true);
    for (const message of this.greetings()) this.#send(message);
    this.#tell();
  }

  focus(): void {
    this.#desk.focus();
  }

  /** What a server is to be told that knows nothing of this page. */
  greetings(): readonly EditRequest[] {
    for (const buffer of this.#desk.buffers) buffer.isAnswerLost = buffer.saving !== undefined;
    const all = this.#drafts.all();
    return all.length > 0 ? all : [this.#requestFor(this.#follower.slide)];
  }

  /** Waits for a pause in the writing. @returns whether nothing is lost by it */
  async mayReload(): Promise<boolean> {
    await this.#desk.pause();
    this.#isReloading = this.#desk.keepNow() || this.#desk.dirty.length === 0;
    if (!this.#isReloading) {
      this.#saving.problem =
        'The page must be loaded anew, and there is no room to keep this text over that: save it first';
      this.#tell();
    }
    return this.#isReloading;
  }

  receive(message: ServerMessage): void {
    if (message.type === 'patch') this.#follower.turn();
    if (message.type === 'diagnostics') this.#faults = message.diagnostics;
    if (message.type === 'built') this.#follower.take(message, this.#faults);
    if (message.type === 'text' && this.#saving.takeText(message)) this.#drafts.schedule();
    if (message.type === 'saved') this.#saving.takeSaved(message);
    if (message.type === 'refused') this.#saving.takeRefusal(message);
    if (message.type === 'refused' || this.#saving.conflict) this.#isClosing = false;
    const isSaved = message.type === 'saved' && this.#desk.dirty.length === 0;
    if (isSaved && this.#isClosing) this.#close();
    else this.#tell();
  }

  /** Puts pictures beside the file that is shown, and into its text. */
  async addPictures(pictures: readonly File[], place: PicturePlace): Promise<void> {
    await this.#desk.ready;
    const buffer = this.#desk.shown;
    if (!buffer) return;
    const isForText = place !== 'end of the slide' && (place === 'cursor' || this.#pointAt(place));
    const slide = isForText ? undefined : this.#follower.slide;
    this.#saving.news = '';
    this.#saving.problem = '';
    const paths: string[] = [];
    for (const picture of pictures) {
      const added = await upload(picture, buffer.file, this.#stage);
      if ('path' in added) paths.push(added.path);
      else this.#saving.problem = `${picture.name} was not added: ${added.reason}`;
    }
    if (paths.length > 0) insertPictures(buffer, paths, slide);
    this.#drafts.schedule();
    this.#tell();
    this.focus();
  }

  /** Puts the cursor where something was dropped. @returns whether that was on the text, and not on the slide */
  #pointAt(point: { readonly x: number; readonly y: number }): boolean {
    const { view } = this.#desk;
    const { left, right, top } = view.dom.getBoundingClientRect();
    const isInside = point.x >= left && point.x <= right && point.y >= top;
    if (isInside) view.dispatch({ selection: { anchor: view.posAtCoords(point, false) } });
    return isInside;
  }

  #updated({ docChanged, selectionSet, transactions }: ViewUpdate): void {
    const isOwn = transactions.some((transaction) => transaction.annotation(byItself));
    if (docChanged) {
      this.#drafts.schedule();
      this.#desk.keepSoon();
    }
    // Of two versions, one is chosen without a change of the text.
    if (isOwn || transactions.length === 0) return;
    if (docChanged) this.#saving.news = '';
    if (docChanged) this.#follower.followTyping();
    else if (selectionSet) this.#follower.followCursor();
    this.#tell();
  }

  #save(): void {
    this.#saving.save();
    if (this.#saving.conflict) this.#isClosing = false;
    this.#tell();
  }

  /** Shows how things are. */
  #tell(): void {
    const { shown, dirty } = this.#desk;
    const hasServer = this.#stage.connection.isOpen;
    const { news } = this.#saving;
    const errors = this.#faults.filter(({ severity }) => severity === 'error').length;
    const state = describeState(news, dirty, shown, hasServer, errors);
    const isAlarming = !hasServer || (news === saved && errors > 0);
    this.#pane.say(shown?.file ?? 'Opening …', state, isAlarming, dirty.length > 0);
    this.#pane.show(this.#notice());
  }

  #notice(): Notice | undefined {
    const { dirty, shown } = this.#desk;
    const { conflict, problem } = this.#saving;
    if (this.#isClosing && dirty.length > 0) {
      const stay = this.#then(() => {
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
        this.#then(() => {
          this.#saving.problem = '';
        }),
      );
    }
    if (!shown || !isComparing(shown)) return undefined;
    const done = this.#then(() => endComparison(shown));
    return comparisonNotice(hasChoices(shown), done);
  }

  get #resolutions(): Resolutions {
    const saving = this.#saving;
    return {
      seeBoth: this.#then(saving.seeBoth.bind(saving)),
      takeTheirs: this.#then(saving.takeTheirs.bind(saving)),
      keepMine: this.#then(saving.keepMine.bind(saving)),
    };
  }

  /** What a choice does, and then the author goes on writing. */
  #then<Given extends readonly unknown[]>(act: (...given: Given) => void) {
    return (...given: Given): void => {
      this.#saving.news = '';
      act(...given);
      this.#follower.followCursor();
      this.#drafts.schedule();
      this.#tell();
      this.focus();
    };
  }

  #askToClose(): void {
    if (this.#desk.dirty.length === 0) {
      this.#close();
      return;
    }
    this.#isClosing = !this.#isClosing;
    this.#saving.news = '';
    this.#tell();
    if (!this.#isClosing) this.focus();
  }

  #close(): void {
    const { settings, whenClosed } = this.#stage;
    this.#listen(false);
    this.#drafts.stop();
    this.#send({ type: 'close', token: settings.token });
    this.#follower.close();
    this.#desk.close();
    this.#pane.close();
    forget(settings.deck);
    whenClosed();
  }

  #listen(isOpen: boolean): void {
    const act = isOpen ? addEventListener : removeEventListener;
    act('beforeunload', this.#beforeUnload);
    act('pagehide', this.#desk.keepNow);
    act('keydown', this.#onKey);
  }

  readonly #beforeUnload = (event: Event): void => {
    if (this.#desk.dirty.length > 0 && !this.#isReloading) event.preventDefault();
  };

  /** The key that saves does so while the deck has the focus, too. */
  readonly #onKey = (event: Event): void => {
    const { key, ctrlKey, metaKey, defaultPrevented } = event as KeyboardEvent;
    if (key !== 's' || !(ctrlKey || metaKey) || defaultPrevented) return;
    event.preventDefault();
    this.#save();
  };

  #requestFor(of: string | number): EditRequest {
    return { type: 'edit', token: this.#stage.settings.token, of };
  }

  #send(request: EditRequest): void {
    this.#stage.connection.send(request);
  }
}
