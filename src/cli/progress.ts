import type { Terminal } from '../base/terminal.ts';

/** Reports progress. */
export interface Progress {
  /** @param label what is being done now */
  show(done: number, total: number, label: string): void;
  /** Removes the progress bar, so that a line can be printed. */
  clear(): void;
}

export const silentProgress: Progress = { show() {}, clear() {} };

/** With less to do, no progress lines are printed. */
const longWork = 50;

/** Shows a progress bar in a terminal. Otherwise prints a line per fifth of long work. */
export function progressOn(terminal: Terminal, unit = 'slides'): Progress {
  const { columns } = terminal;
  return columns === undefined ? lines(terminal, unit) : bar(terminal, columns, unit);
}

function bar(terminal: Terminal, columns: number, unit: string): Progress {
  let isShown = false;
  return {
    show(done, total, label) {
      isShown = true;
      const line = barLine(done, total, unit, label);
      terminal.printError(`\r${line.slice(0, columns - 1)}\u001b[K`);
    },
    clear() {
      if (isShown) terminal.printError('\r\u001b[K');
      isShown = false;
    },
  };
}

const barWidth = 24;

/** `████████░░░░░░░░░░░░░░░░ 40 of 120 slides   talk.md to pdf` */
function barLine(done: number, total: number, unit: string, label: string): string {
  const full = total === 0 ? barWidth : Math.floor((done / total) * barWidth);
  const bar = '█'.repeat(full) + '░'.repeat(barWidth - full);
  return `${bar} ${done} of ${total} ${unit}   ${label}`;
}

function lines(terminal: Terminal, unit: string): Progress {
  let lastFifth = 0;
  return {
    show(done, total, label) {
      if (total < longWork) return;
      const fifth = Math.floor((done / total) * 5);
      if (done > 0 && fifth === lastFifth) return;
      lastFifth = fifth;
      terminal.printError(`${done} of ${total} ${unit}   ${label}\n`);
    },
    clear() {},
  };
}
