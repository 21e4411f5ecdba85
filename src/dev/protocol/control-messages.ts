import type {
  LeadMessage,
  PageMessage,
  StageAct,
  StageClock,
  StageReport,
  StageState,
} from './messages.ts';

/** More slides, or steps on one, than any talk has. */
const maxPlace = 100_000;
/** The times of so many slides fit into a message. */
const maxTimes = 5000;
/** More seconds than anyone presents. */
const maxSeconds = 1_000_000;
/** What a remote asks for without saying more. */
const plainActs = ['next', 'previous', 'cover', 'uncover', 'start', 'pause', 'reset'] as const;

type Raw = Readonly<Record<string, unknown>>;

/** Whether a message is about leading the stage. */
export function isLeadMessage(message: PageMessage): message is LeadMessage {
  return message.type === 'stage' || message.type === 'remote' || message.type === 'press';
}

/** What a stage or a remote says, if all of it is as it must be. */
export function readLeadMessage(raw: Raw): LeadMessage | undefined {
  const { type, token } = raw;
  if (typeof token !== 'string') return undefined;
  if (type === 'remote') return { type, token };
  if (type === 'stage') return readReport(raw, token);
  const act = readAct(raw.act);
  const { beat } = raw;
  if (type !== 'press' || !act || !isPlace(beat, Number.MAX_SAFE_INTEGER)) return undefined;
  return { type, token, beat, act };
}

function readReport({ used, state }: Raw, token: string): StageReport | undefined {
  if (!isNumber(used, Number.MAX_SAFE_INTEGER)) return undefined;
  if (state === undefined) return { type: 'stage', token, used };
  const read = readState(state);
  return read && { type: 'stage', token, used, state: read };
}

function readState(value: unknown): StageState | undefined {
  const { slide, step, isDark, clock } = asRaw(value);
  const readTimes = readClock(clock);
  const areFine = isPlace(slide) && isPlace(step) && typeof isDark === 'boolean';
  return areFine && readTimes ? { slide, step, isDark, clock: readTimes } : undefined;
}

function readClock(value: unknown): StageClock | undefined {
  const { hasBegun, runs, spent } = asRaw(value);
  if (typeof hasBegun !== 'boolean' || typeof runs !== 'boolean') return undefined;
  if (!Array.isArray(spent) || spent.length > maxTimes) return undefined;
  return spent.every((time) => isNumber(time, maxSeconds)) ? { hasBegun, runs, spent } : undefined;
}

function readAct(value: unknown): StageAct | undefined {
  const { do: name, slide } = asRaw(value);
  const known = plainActs.find((act) => act === name);
  if (known) return { do: known };
  return name === 'go' && isPlace(slide) ? { do: name, slide } : undefined;
}

function asRaw(value: unknown): Raw {
  return typeof value === 'object' && value !== null ? (value as Raw) : {};
}

function isNumber(value: unknown, most: number): value is number {
  return typeof value === 'number' && value >= 0 && value <= most;
}

function isPlace(value: unknown, most = maxPlace): value is number {
  return isNumber(value, most) && Number.isSafeInteger(value);
}
