import { EditorSelection } from '@codemirror/state';
import { EditorView, type ViewUpdate } from '@codemirror/view';
import type { EditRequest, Fault, Place, ServerMessage } from '../../../dev/messages.ts';
import { Buffer, byItself, type Version } from './buffer.ts';
import { compareWith, endComparison, isComparing } from './comparison.ts';
import { DeckView } from './deck-view.ts';
import { Drafts, isTooLong } from './drafts.ts';
import { forget, keep, takeKept } from './keep.ts';
import { type Notice, Pane } from './pane.ts';
import { endOfSlide, upload } from './pictures.ts';
import { rangeOf, setShown, slideAt } from './slides.ts';
import type { Stage } from './stage.ts';

/** Opens the editor beside the deck, at the slide that is shown, or as it was before a reload. */
export function openEditor(stage: Stage): Editor {
  return new Editor(stage);
}

/** From the last letter to when it is kept for a reload, in milliseconds. */
const keepPause = 500;

/** The Markdown of a deck's files, each in a buffer; the one that is shown is that of the slide. */
export class Editor {
  readonly #stage: Stage;
  readonly #pane: Pane;
  readonly #view: EditorView;
  readonly #deck: DeckView;
  readonly #drafts: Drafts;
  readonly #buffers = new Map<string, Buffer>();
  readonly #hooks = {
    save: () => this.#save(),
    close: () => this.#askToClose(),
    update: (update: ViewUpdate) => this.#updated(update),
  };
  #shown: Buffer | undefined;
  #places: readonly Place[] = [];
  #faults: readonly Fault[] = [];
  /** The slides in the page are those of another text than the places say. */
  #isTurning = false;
  #isRevived = false;
  #news = '';
  #problem = '';
  #isClosing = false;
  #isReloading = false;
  #keeping: ReturnType<typeof setTimeout> | undefined;
  /** What is done once there is a text. */
  readonly #ready: Promise<void>;
  #setReady = (): void => {};

  constructor(stage: Stage) {
    this.#stage = stage;
    this.#ready = new Promise((resolve) => {
      this.#setReady = resolve;
    });
    this.#pane = new Pane({
      save: this.#hooks.save,
      close: this.#hooks.close,
      paste: (pictures) => void this.addPictures(pictures, 'cursor'),
    });
    this.#pane.open();
    this.#view = new EditorView({
      parent: this.#pane.body,
      root: this.#pane.root,
      // There is nothing to write in yet.
      extensions: EditorView.editable.of(false),
    });
    this.#deck = new DeckView(stage.deck, () => this.#followDeck());
    this.#drafts = new Drafts(
      stage,
      () => this.#buffers.values(),
      () => this.#tell(),
    );
    addEventListener('beforeunload', this.#beforeUnload);
    addEventListener('pagehide', this.#keepNow);
    addEventListener('keydown', this.#onKey);
    this.#begin();
  }

  focus(): void {
    void this.#ready.then(() => this.#view.focus());
  }

  greetings(): readonly EditRequest[] {
    return this.#buffers.size > 0 ? this.#drafts.all() : [this.#request(this.#deck.slide)];
  }

  /** @returns whether nothing is lost by it */
  mayReload(): boolean {
    this.#isReloading = this.#keepNow() || !this.#isDirty;
    if (!this.#isReloading) {
      this.#problem =
        'The page must be loaded anew, and has no room to keep this text: save it, then reload.';
      this.#tell();
    }
    return this.#isReloading;
  }

  receive(message: ServerMessage): void {
    if (message.type === 'patch') this.#isTurning = true;
    if (message.type === 'faults') this.#faults = message.faults;
    if (message.type === 'text') this.#takeText(message.file, message, message.isConflict ?? false);
    if (message.type === 'saved') this.#saved(message.file, message.version);
    if (message.type === 'refused') this.#refused(message.file, message.reason);
    if (message.type === 'built') this.#built(new Map(message.texts), message.places);
  }

  /** Puts pictures beside the file, and into its text. */
  async addPictures(
    pictures: readonly File[],
    at: 'cursor' | 'end of the slide' | { readonly x: number; readonly y: number },
  ): Promise<void> {
    await this.#ready;
    const buffer = this.#shown;
    if (!buffer) return;
    if (typeof at === 'object') this.#pointAt(at);
    const paths: string[] = [];
    this.#problem = '';
    for (const picture of pictures) {
      const added = await upload(picture, buffer.file, this.#stage);
      if ('path' in added) paths.push(added.path);
      else this.#problem = `${picture.name || 'The picture'} was not added: ${added.reason}`;
    }
    if (paths.length > 0) this.#insert(buffer, paths, at === 'end of the slide');
    this.#tell();
    this.focus();
  }

  /* -------------------------------------------------------------- the text */

  #begin(): void {
    const { deck } = this.#stage.settings;
    const kept = takeKept(deck);
    for (const old of kept?.buffers ?? []) {
      const buffer = Buffer.revive(old, this.#hooks);
      this.#buffers.set(buffer.file, buffer);
    }
    const shown = kept && this.#buffers.get(kept.shown);
    this.#isRevived = shown !== undefined;
    if (shown) this.#show(shown);
    this.#tell();
    for (const message of this.greetings()) this.#send(message);
  }

  #takeText(file: string, theirs: Version, isConflict: boolean): void {
    const buffer = this.#buffers.get(file);
    if (!buffer) {
      this.#open(file, theirs);
      return;
    }
    if (isConflict) buffer.saving = undefined;
    const outcome = buffer.takeIn(theirs);
    if (outcome === 'taken') this.#news = 'Changed by another program';
    if (outcome === 'merged') this.#news = 'Brought together with what another program changed';
    if (outcome === 'conflict') this.#isClosing = false;
    else if (isConflict) this.#save();
    if (outcome !== 'same') this.#drafts.schedule();
    this.#tell();
  }

  #open(file: string, text: Version): void {
    const buffer = new Buffer(file, text, this.#hooks);
    this.#buffers.set(file, buffer);
    buffer.begin(text);
    this.#show(buffer);
  }

  #show(buffer: Buffer): void {
    const isFirst = this.#shown === undefined;
    const hasFocus = this.#view.hasFocus;
    this.#shown?.hide();
    this.#shown = buffer;
    buffer.showIn(this.#view);
    if (hasFocus) this.#view.focus();
    if (isFirst) this.#setReady();
    this.#keepSoon();
    this.#tell();
  }

  #built(texts: ReadonlyMap<string, string>, places: readonly Place[] | undefined): void {
    this.#isTurning = false;
    // What was open before a reload is where its cursor is.
    const isFirst = this.#places.length === 0 && !this.#isRevived;
    if (places) this.#places = places;
    for (const [file, buffer] of this.#buffers) {
      buffer.mark(texts.get(file) ?? '', places, this.#faults);
    }
    if (isFirst) this.#followDeck();
    else this.#followCursor();
    this.#isRevived = false;
    this.#shown?.dispatch({ effects: setShown.of(this.#deck.slide) });
  }

  #updated({ docChanged, selectionSet, transactions }: ViewUpdate): void {
    if (docChanged) {
      this.#news = '';
      this.#drafts.schedule();
      this.#keepSoon();
      this.#tell();
    }
    const isOwn = transactions.some((transaction) => transaction.annotation(byItself));
    if (!isOwn && (docChanged || selectionSet)) this.#followCursor();
  }

  /* ------------------------------------------------- the slide and the text */

  /** The slide that is written on comes up. */
  #followCursor(): void {
    const buffer = this.#shown;
    if (!buffer || this.#isTurning) return;
    const slide = slideAt(buffer.state, buffer.state.selection.main.head);
    if (slide === undefined || slide === this.#deck.slide) return;
    this.#deck.turnTo(slide);
    buffer.dispatch({ effects: setShown.of(this.#deck.slide) });
  }

  /** The text of the slide that somebody went to comes up. */
  #followDeck(): void {
    if (this.#isTurning) return;
    const slide = this.#deck.slide;
    const file = this.#places[slide]?.file;
    if (file === undefined) return;
    const buffer = this.#buffers.get(file);
    if (!buffer) {
      this.#send(this.#request(file));
      this.#places = [];
      return;
    }
    if (buffer !== this.#shown) this.#show(buffer);
    buffer.dispatch({ effects: setShown.of(slide) });
    if (slideAt(buffer.state, buffer.state.selection.main.head) !== slide)
      this.#goTo(buffer, slide);
  }

  /** The cursor goes below the slide's break. */
  #goTo(buffer: Buffer, slide: number): void {
    const range = rangeOf(buffer.state, slide);
    if (!range) return;
    const line = buffer.state.doc.lineAt(range.from);
    const isBreak = /^--+\s*$/.test(line.text);
    const anchor = isBreak ? Math.min(line.to + 1, buffer.state.doc.length) : line.from;
    const effects = EditorView.scrollIntoView(range.from, { y: 'start', yMargin: 24 });
    buffer.dispatch({ selection: { anchor }, effects });
  }

  #pointAt(point: { readonly x: number; readonly y: number }): void {
    const box = this.#view.dom.getBoundingClientRect();
    const isInside = point.x >= box.left && point.x <= box.right && point.y >= box.top;
    const position = isInside ? this.#view.posAtCoords(point) : null;
    if (position !== null) this.#view.dispatch({ selection: EditorSelection.cursor(position) });
  }

  #insert(buffer: Buffer, paths: readonly string[], isAtEnd: boolean): void {
    const { state } = buffer;
    const { from, to } = state.selection.main;
    const end = endOfSlide(state, this.#deck.slide);
    const place = isAtEnd ? { from: end, to: end } : { from, to };
    const before = isAtEnd && state.doc.length > 0 ? '\n\n' : '';
    const insert = `${before}${paths.map((path) => `![](${path})`).join('\n\n')}`;
    const anchor = place.from + before.length + 2;
    const effects = EditorView.scrollIntoView(anchor, { y: 'nearest', yMargin: 48 });
    buffer.dispatch({ changes: { ...place, insert }, selection: { anchor }, effects });
  }

  /* ----------------------------------------------------------------- saving */

  get #dirty(): readonly Buffer[] {
    return [...this.#buffers.values()].filter(({ isDirty }) => isDirty);
  }

  get #isDirty(): boolean {
    return this.#dirty.length > 0;
  }

  /** Saves all that is not saved; what needs a choice first comes up. */
  #save(): void {
    this.#problem = '';
    this.#news = '';
    for (const buffer of this.#buffers.values()) {
      const { conflict, isDirty, saving } = buffer;
      if (conflict) {
        if (buffer !== this.#shown) this.#show(buffer);
        this.#isClosing = false;
      } else if (isTooLong(buffer)) {
        this.#problem = `${buffer.file} is longer than a million characters and cannot be saved here`;
      } else if ((isDirty || buffer.version === 'none') && saving === undefined)
        this.#send(this.#saveOf(buffer));
    }
    this.#tell();
  }

  #saveOf(buffer: Buffer): EditRequest {
    const { file, text, version } = buffer;
    if (this.#stage.connection.isOpen) buffer.saving = text;
    return { type: 'save', token: this.#stage.settings.token, file, text, version };
  }

  #saved(file: string, version: string): void {
    const buffer = this.#buffers.get(file);
    if (buffer?.saving !== undefined) {
      buffer.begin({ text: buffer.saving, version });
      buffer.saving = undefined;
      endComparison(buffer);
    }
    if (!this.#isDirty) {
      this.#news = 'Saved';
      if (this.#isClosing) this.#close();
    }
    this.#keepSoon();
    this.#tell();
  }

  #refused(file: string, reason: string): void {
    const buffer = this.#buffers.get(file);
    const was = buffer?.saving === undefined ? 'cannot be edited' : 'was not saved';
    this.#problem = `${file || 'This file'} ${was}: ${reason}`;
    this.#isClosing = false;
    if (buffer) buffer.saving = undefined;
    this.#tell();
  }

  #takeTheirs(buffer: Buffer, theirs: Version): void {
    buffer.write(theirs.text);
    buffer.begin(theirs);
    this.#drafts.schedule();
    this.#tell();
    this.focus();
  }

  #keepMine(buffer: Buffer, theirs: Version): void {
    buffer.begin(theirs);
    this.#save();
    this.focus();
  }

  #seeBoth(buffer: Buffer, theirs: Version): void {
    buffer.begin(theirs);
    compareWith(buffer, theirs.text);
    this.#tell();
    this.focus();
  }

  /* ------------------------------------------------------------------- news */

  #tell(): void {
    const buffer = this.#shown;
    const others = this.#dirty.filter((other) => other !== buffer).map(({ file }) => file);
    const also = others.length > 0 ? `also not saved: ${others.join(', ')}` : '';
    const isOff = !this.#stage.connection.isOpen;
    const state = isOff
      ? 'No server: the text stays here, and is sent when there is one again'
      : this.#isDirty
        ? [buffer?.isDirty ? 'Not saved' : '', also].filter(Boolean).join('; ')
        : '';
    const text = [this.#news, state].filter(Boolean).join('. ');
    this.#pane.say(buffer?.file ?? 'Opening…', text, isOff, this.#isDirty);
    this.#pane.show(this.#notice());
  }

  #notice(): Notice | undefined {
    const conflicting = [...this.#buffers.values()].find(({ conflict }) => conflict);
    if (this.#isClosing && this.#isDirty) return this.#closingNotice();
    if (conflicting?.conflict) return this.#conflictNotice(conflicting, conflicting.conflict);
    const text = this.#problem;
    if (text) {
      const done = () => {
        this.#problem = '';
        this.#tell();
      };
      return { text, choices: [['OK', done]] };
    }
    if (!this.#shown || !isComparing(this.#shown)) return undefined;
    const end = () => {
      if (this.#shown) endComparison(this.#shown);
      this.#tell();
      this.focus();
    };
    return {
      text: 'Red is what another program wrote, green is yours. Choose at each place, then save.',
      choices: [['Done', end]],
    };
  }

  #conflictNotice(buffer: Buffer, theirs: Version): Notice {
    if (theirs.version === 'none') {
      const text = `${buffer.file} is not there any more. Its text is still here.`;
      return { text, choices: [['Write it again', () => this.#keepMine(buffer, theirs)]] };
    }
    const text = `Another program has changed the same lines of ${buffer.file}. Nothing was overwritten.`;
    return {
      text,
      choices: [
        ['See both', () => this.#seeBoth(buffer, theirs)],
        ['Take theirs', () => this.#takeTheirs(buffer, theirs)],
        ['Keep mine', () => this.#keepMine(buffer, theirs)],
      ],
    };
  }

  #closingNotice(): Notice {
    const names = this.#dirty.map(({ file }) => file).join(', ');
    const stay = () => {
      this.#isClosing = false;
      this.#tell();
      this.focus();
    };
    return {
      text: `Not saved: ${names}`,
      isQuestion: true,
      choices: [
        ['Save', () => this.#save()],
        ['Discard', () => this.#close()],
        ['Keep editing', stay],
      ],
    };
  }

  /* ----------------------------------------------------------- coming, going */

  #askToClose(): void {
    if (!this.#isDirty) {
      this.#close();
      return;
    }
    // A second time it is no slip, but still no answer.
    this.#isClosing = !this.#isClosing;
    this.#tell();
    if (!this.#isClosing) this.focus();
  }

  #close(): void {
    this.#drafts.stop();
    clearTimeout(this.#keeping);
    removeEventListener('beforeunload', this.#beforeUnload);
    removeEventListener('pagehide', this.#keepNow);
    removeEventListener('keydown', this.#onKey);
    this.#send({ type: 'close', token: this.#stage.settings.token });
    this.#deck.close();
    this.#view.destroy();
    this.#pane.close();
    forget(this.#stage.settings.deck);
    this.#stage.whenClosed();
  }

  readonly #beforeUnload = (event: BeforeUnloadEvent): void => {
    if (this.#isDirty && !this.#isReloading) event.preventDefault();
  };

  /** The key that saves does so while the deck has the focus, too. */
  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 's' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
    event.preventDefault();
    this.#save();
  };

  readonly #keepNow = (): boolean => {
    if (!this.#shown) return !this.#isDirty;
    return keep(this.#stage.settings.deck, this.#shown.file, [...this.#buffers.values()]);
  };

  #keepSoon(): void {
    clearTimeout(this.#keeping);
    this.#keeping = setTimeout(this.#keepNow, keepPause);
  }

  #request(of: string | number): EditRequest {
    return { type: 'edit', token: this.#stage.settings.token, of };
  }

  #send(request: EditRequest): void {
    this.#stage.connection.send(request);
  }
}
