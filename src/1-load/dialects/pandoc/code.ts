import type { TextEdits } from '../text-edits.ts';
import {
  attributeText,
  isAttributeList,
  type PandocAttributes,
  readPandocAttributes,
} from './attributes.ts';
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

/** Writes the line that opens code. */
export function writeCodeHead(fence: Fence, { attributes }: FenceInfo, edits: TextEdits): void {
  edits.replace(fence.start, fence.codeStart - 1, fence.indent + fence.mark + codeHead(attributes));
}

/** The text after the fence: the language, steps, a title, numbers, classes. */
export function codeHead({ id, classes, values }: PandocAttributes): string {
  const [language = 'text', ...others] = classes.filter((name) => !flags.has(name));
  const lines = values.get('code-line-numbers') ?? values.get('data-line-numbers');
  const isNumbered = classes.some((name) => /^number-?lines$/i.test(name)) || lines === 'true';
  const start = values.get('startFrom') ?? values.get('start-from') ?? '1';
  const title = values.get('filename') ?? values.get('caption');
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

/** Lines to highlight: `|2|4-5` begins with all of them. */
function stepsOf(lines: string): string | undefined {
  const steps = lines.split('|').map((step) => step.replace(/\s+/g, ''));
  if (!steps.every((step) => /^(?:\d+(?:-\d+)?(?:,\d+(?:-\d+)?)*)?$/.test(step))) return undefined;
  const written = steps.map((step) => (step === '' ? 'all' : step)).join('|');
  return written === 'all' ? undefined : written;
}
