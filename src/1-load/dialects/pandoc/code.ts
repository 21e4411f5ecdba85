import type { TextEdits } from '../text-edits.ts';
import {
  attributeText,
  isAttributeList,
  type PandocAttributes,
  readPandocAttributes,
} from './attributes.ts';
import { linesOf } from './lines.ts';
import type { Part } from './scan.ts';

export type Fence = Extract<Part, { kind: 'fence' }>;

/** The text after a fence. */
export interface FenceInfo {
  readonly attributes: PandocAttributes;
  /** `html` in `{=html}`: the text goes into that format as it is. */
  readonly rawFormat?: string;
  /** `r` in `{r}`: code that runs. */
  readonly engine?: string;
  /** The text after the engine: `label, echo=FALSE`. */
  readonly options: string;
}

export function readFenceInfo(info: string): FenceInfo {
  const text = info.trim();
  const none = { id: undefined, classes: [], values: new Map<string, string>() };
  const raw = /^\{=(\w+)\}$/.exec(text)?.[1];
  if (raw !== undefined) return { attributes: none, rawFormat: raw, options: '' };
  const braced = /^\{(.*)\}$/.exec(text)?.[1];
  if (braced !== undefined && isAttributeList(braced)) {
    return { attributes: readPandocAttributes(braced), options: '' };
  }
  const [, engine, options = ''] = /^\{([A-Za-z][\w+-]*)[ ,]*(.*)\}$/.exec(text) ?? [];
  if (engine !== undefined) return { attributes: none, engine, options };
  const [, word = '', list = ''] = /^([^\s{]*)[ \t]*(?:\{(.*)\})?/.exec(text) ?? [];
  const more = readPandocAttributes(list);
  return {
    attributes: { ...more, classes: [...(word ? [word] : []), ...more.classes] },
    options: '',
  };
}

/** Classes of code that are no language. */
const flags = new Set(['numberLines', 'number-lines', 'lineAnchors', 'line-anchors', 'code']);

/** Writes the line that opens code. @param lead before its caption */
export function writeCodeHead(
  { start, codeStart, indent, mark }: Fence,
  { attributes }: FenceInfo,
  edits: TextEdits,
  lead?: string,
): void {
  edits.replace(start, codeStart - 1, indent + mark + codeHead(attributes, lead));
}

/** Code in an item of a list may begin at the start of the line. */
export function indentCode(fence: Fence, edits: TextEdits): void {
  const { indent, codeStart, end } = fence;
  if (!/[-*+.)]/.test(indent) || indent.includes('>')) return;
  const lines = linesOf(edits.author.text.slice(0, end), codeStart);
  const isIndented = lines.every(({ text }) => text.trim() === '' || /^[ \t]{2}/.test(text));
  if (isIndented) return;
  for (const { start, text } of lines)
    if (text !== '') edits.insert(start, ' '.repeat(indent.length));
}

/** The text after the fence: the language, steps, a title, numbers, classes. @param lead before its caption */
export function codeHead({ id, classes, values }: PandocAttributes, lead?: string): string {
  const [written = 'text', ...others] = classes.filter((name) => !flags.has(name));
  const language = written === 'default' ? 'text' : written;
  const lines = values.get('code-line-numbers') ?? values.get('data-line-numbers');
  const isNumbered = classes.some((name) => /^number-?lines$/i.test(name)) || lines === 'true';
  const start = values.get('startFrom') ?? values.get('start-from') ?? '1';
  const title = titleOf(values, lead);
  const kept = attributeText({ id, classes: others, values: new Map() });
  const steps = lines === undefined ? undefined : stepsOf(lines);
  return [
    language,
    ...(steps === undefined ? [] : [`{${steps}}`]),
    ...(title === undefined ? [] : [`title="${title.replaceAll('"', "'")}"`]),
    ...(isNumbered ? [start === '1' ? '{numbers}' : `{numbers=${start}}`] : []),
    ...(kept === '' ? [] : [kept]),
  ].join(' ');
}

/** The name of a file, and a caption with its number. */
function titleOf(values: ReadonlyMap<string, string>, lead = ''): string | undefined {
  const file = values.get('filename');
  // A title is plain text.
  const caption = (values.get('lst-cap') ?? values.get('caption'))?.replace(/[*`]/g, '');
  if (caption === undefined) return file ?? (lead === '' ? undefined : lead.replace(/\W+$/, ''));
  return `${lead}${caption}${file === undefined ? '' : ` (${file})`}`;
}

/** Lines to highlight: `|2|4-5` begins with all of them. */
function stepsOf(lines: string): string | undefined {
  const steps = lines.split('|').map((step) => step.replace(/\s+/g, ''));
  if (!steps.every((step) => /^(?:\d+(?:-\d+)?(?:,\d+(?:-\d+)?)*)?$/.test(step))) return undefined;
  const written = steps.map((step) => (step === '' ? 'all' : step)).join('|');
  return written === 'all' ? undefined : written;
}
