import type { LinkState } from './remote-connection.ts';

/** How long a press may go without an answer, and how long something is said that passes, in milliseconds. */
const [patience, moment] = [1500, 3000];

const lost = 'Not connected. Trying again …';
const refused =
  'lectern dev was started again, and its address is a new one: scan the code that it shows now.';
const noStage = 'No stage: open the deck on the computer that shows it.';
const late = 'The connection was slow: that press was left out.';
const silent = 'The stage does not answer.';

/** Says on a remote whether what is pressed does something, and dims the buttons when it does nothing. */
export class Words {
  readonly #line: HTMLElement;
  readonly #root: HTMLElement;
  #link: LinkState = 'lost';
  #stages = 0;
  #passing = '';
  #passingTimer = 0;
  #answerTimer = 0;

  /** @param line where it is said */
  constructor(line: HTMLElement, root: HTMLElement) {
    this.#line = line;
    this.#root = root;
    this.#say();
  }

  setLink(link: LinkState): void {
    this.#link = link;
    clearTimeout(this.#answerTimer);
    this.#say();
  }

  /** Whether a press can reach a stage; says why not. */
  canPress(): boolean {
    const can = this.#link === 'open' && this.#stages > 0;
    if (can) return true;
    // Whoever presses all the same looks for a sign.
    this.#line.animate?.({ opacity: [0.2, 1] }, { duration: 300 });
    return false;
  }

  /** Something was pressed. */
  asked(): void {
    clearTimeout(this.#answerTimer);
    this.#answerTimer = setTimeout(() => this.#pass(silent), patience);
  }

  /** The stage has said what it shows. */
  answered(stages: number): void {
    clearTimeout(this.#answerTimer);
    this.#stages = stages;
    this.#say();
  }

  missed(): void {
    clearTimeout(this.#answerTimer);
    this.#pass(late);
  }

  /** What is to be known where several pages show the deck. */
  aboutStages(): readonly string[] {
    if (this.#stages < 2) return [];
    return [
      `${this.#stages} pages show this deck. The remote leads the one that was opened, focused or led on last.`,
    ];
  }

  #pass(text: string): void {
    this.#passing = text;
    clearTimeout(this.#passingTimer);
    this.#passingTimer = setTimeout(() => {
      this.#passing = '';
      this.#say();
    }, moment);
    this.#say();
  }

  #say(): void {
    const trouble = this.#trouble();
    const text = trouble || this.#passing;
    if (this.#line.textContent !== text) this.#line.textContent = text;
    this.#root.classList.toggle('idle', trouble !== '');
    for (const button of this.#root.querySelectorAll(':is(.remote-keys, .remote-watch) > button')) {
      button.ariaDisabled = String(trouble !== '');
    }
  }

  #trouble(): string {
    if (this.#link !== 'open') return this.#link === 'lost' ? lost : refused;
    return this.#stages === 0 ? noStage : '';
  }
}
