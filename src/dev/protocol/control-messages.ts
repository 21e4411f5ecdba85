import type {
  ControlMessage,
  PageMessage,
  PresenterReport,
  PresenterState,
  RemoteAction,
  TimerState,
} from './messages.ts';

/** Upper limit of a slide's index, and of the steps of one slide. */
const maxIndex = 100_000;
/** The longest list of times in a message: one per slide. */
const maxTimes = 5000;
/** Upper limit of the seconds on one slide. */
const maxSeconds = 1_000_000;
/** Actions without parameters. */
const simpleActions = ['next', 'previous', 'blank', 'unblank', 'start', 'pause', 'reset'] as const;

type Raw = Readonly<Record<string, unknown>>;

/** Whether a message comes from a presenter window or a remote. */
export function isControlMessage(message: PageMessage): message is ControlMessage {
  return message.type === 'presenter' || message.type === 'remote' || message.type === 'control';
}

/** Validates a message of a presenter window or a remote; `undefined` if it is invalid. */
export function readControlMessage(raw: Raw): ControlMessage | undefined {
  const { type, token } = raw;
  if (typeof token !== 'string') return undefined;
  if (type === 'remote') return { type, token };
  if (type === 'presenter') return readReport(raw, token);
  const action = readAction(raw.action);
  const { heartbeat } = raw;
  if (type !== 'control' || !action || !isIndex(heartbeat, Number.MAX_SAFE_INTEGER))
    return undefined;
  return { type, token, heartbeat, action };
}

function readReport({ usedAt, state }: Raw, token: string): PresenterReport | undefined {
  if (!isNumber(usedAt, Number.MAX_SAFE_INTEGER)) return undefined;
  if (state === undefined) return { type: 'presenter', token, usedAt };
  const read = readState(state);
  return read && { type: 'presenter', token, usedAt, state: read };
}

function readState(value: unknown): PresenterState | undefined {
  const { slide, step, isBlank, timer } = asRaw(value);
  const timerState = readTimer(timer);
  const areValid = isIndex(slide) && isIndex(step) && typeof isBlank === 'boolean';
  return areValid && timerState ? { slide, step, isBlank, timer: timerState } : undefined;
}

function readTimer(value: unknown): TimerState | undefined {
  const { hasStarted, isRunning, slideSeconds } = asRaw(value);
  if (typeof hasStarted !== 'boolean' || typeof isRunning !== 'boolean') return undefined;
  if (!Array.isArray(slideSeconds) || slideSeconds.length > maxTimes) return undefined;
  return slideSeconds.every((time) => isNumber(time, maxSeconds))
    ? { hasStarted, isRunning, slideSeconds }
    : undefined;
}

function readAction(value: unknown): RemoteAction | undefined {
  const { type, slide } = asRaw(value);
  const known = simpleActions.find((action) => action === type);
  if (known) return { type: known };
  return type === 'go' && isIndex(slide) ? { type, slide } : undefined;
}

function asRaw(value: unknown): Raw {
  return typeof value === 'object' && value !== null ? (value as Raw) : {};
}

function isNumber(value: unknown, most: number): value is number {
  return typeof value === 'number' && value >= 0 && value <= most;
}

function isIndex(value: unknown, most = maxIndex): value is number {
  return isNumber(value, most) && Number.isSafeInteger(value);
}
