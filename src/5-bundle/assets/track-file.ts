import type { Report } from '../../base/diagnostics/report.ts';
import { readTextFile } from '../../base/files/text-file.ts';
import { lineStarts, spanAt } from '../../base/span.ts';
import type { AssetRef, TextFile } from '../../model/source.ts';

/** Whether a file begins like WebVTT, in any encoding. */
export function isTrack(bytes: Buffer): boolean {
  return bytes.subarray(0, 20).toString('latin1').replaceAll('\0', '').includes('WEBVTT');
}

/**
 * Checks a file with captions or audio descriptions, and reports each cue that browsers do not show.
 *
 * @param realPath absolute, links resolved
 * @returns whether it is a text
 */
export function checkTrack(realPath: string, cwd: string, ref: AssetRef, report: Report): boolean {
  const file = readTextFile(realPath, cwd, ref.span, report);
  if (!file) return false;
  new TrackCheck(file, report).run();
  return true;
}

const time = String.raw`(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})`;
/** The line above the text of a cue: https://www.w3.org/TR/webvtt1/#webvtt-cue-block */
const timing = new RegExp(String.raw`^[ \t]*${time}[ \t]+-->[ \t]+${time}(?=[ \t]|$)`);
const setting = /^(?:vertical|line|position|size|align|region):\S+$/;
/** Blocks without a time that are no cues. */
const otherBlock = /^(?:NOTE|STYLE|REGION)(?:[ \t]|$)/;

class TrackCheck {
  readonly #file: TextFile;
  readonly #lines: readonly string[];
  readonly #report: Report;
  /** When the cue before starts, in milliseconds. */
  #start = 0;
  #count = 0;

  constructor(file: TextFile, report: Report) {
    this.#file = file;
    this.#lines = file.text.split('\n');
    this.#report = report;
  }

  run(): void {
    // The lines up to the first blank one are the header.
    let line = this.#endOfBlock(0);
    this.#checkText(1, line);
    while (line < this.#lines.length) {
      const end = this.#endOfBlock(line);
      if (end > line) this.#checkBlock(line, end);
      line = end + 1;
    }
    if (this.#count === 0) this.#add(0, 'there are no cues', 'write 00:00.000 --> 00:02.000');
  }

  #endOfBlock(start: number): number {
    const end = this.#lines.indexOf('', start);
    return end < 0 ? this.#lines.length : end;
  }

  #checkBlock(start: number, end: number): void {
    if (otherBlock.test(this.#line(start))) return;
    this.#count++;
    // A cue may have a name above its time.
    const at = this.#line(start).includes('-->') ? start : start + 1;
    if (at >= end || !this.#line(at).includes('-->')) {
      const hint = 'write its time in the line above it: 00:00.000 --> 00:02.000';
      this.#add(start, 'a text without a time is not shown', hint);
      return;
    }
    this.#checkTiming(at);
    this.#checkText(at + 1, end);
  }

  /** Cues that begin within the header or the text of another cue. */
  #checkText(start: number, end: number): void {
    for (let line = start; line < end; line++) {
      if (!this.#line(line).includes('-->')) continue;
      const hint = 'leave a blank line above it, without spaces';
      this.#add(line, 'this cue begins within another block', hint);
      this.#count++;
      this.#checkTiming(line);
    }
  }

  #checkTiming(at: number): void {
    const line = this.#line(at);
    const match = timing.exec(line);
    if (!match) {
      const hint = /\d,\d{3}/.test(line)
        ? 'WebVTT has a point before the milliseconds: 00:00:01.500'
        : 'write 00:00.000 --> 00:02.000, or 00:00:00.000 with hours';
      this.#add(at, 'the time of this cue is not valid', hint);
      return;
    }
    const [start, end] = [milliseconds(match.slice(1, 5)), milliseconds(match.slice(5))];
    if (end <= start)
      this.#add(at, 'this cue ends before it starts', 'the time after --> is its end');
    if (start < this.#start) {
      this.#add(at, 'this cue starts before the one above it', 'order cues by when they start');
    }
    this.#start = start;
    this.#checkSettings(at, match[0].length);
  }

  #checkSettings(at: number, from: number): void {
    for (const { 0: word, index } of this.#line(at).slice(from).matchAll(/\S+/g)) {
      if (setting.test(word)) continue;
      const hint = 'settings are vertical, line, position, size, align and region: line:0';
      this.#add(at, `"${word}" is not a setting of a cue`, hint, from + index, word.length);
    }
  }

  #line(at: number): string {
    return this.#lines[at] ?? '';
  }

  #add(at: number, message: string, hint: string, column = 0, length?: number): void {
    const offset = (lineStarts(this.#file)[at] ?? 0) + column;
    const span = spanAt(this.#file, offset, length ?? Math.max(1, this.#line(at).length));
    this.#report.add('captions-cue', span, message, hint);
  }
}

function milliseconds([hours = '0', minutes, seconds, rest]: readonly (
  | string
  | undefined
)[]): number {
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(rest);
}
