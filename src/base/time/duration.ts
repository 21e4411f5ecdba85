import { parsed } from '../yaml/schema.ts';

const pattern = /^(?:(\d+) ?h)? ?(?:(\d+) ?m(?:in)?)? ?(?:(\d+) ?s)?$/;

/** Parses a duration such as `20m`, `90s`, `1h30m` or `20 min`, at most a day, into seconds. */
function readDuration(source: string): number | undefined {
  const [whole, hours = '0', minutes = '0', seconds = '0'] = pattern.exec(source) ?? [];
  if (!whole) return undefined;
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return total > 0 && total <= 86_400 ? total : undefined;
}

/** A duration with its span. */
export const duration = parsed(
  'a length of time such as 20m, 90s or 1h30m',
  (source, { span }) => {
    const value = readDuration(source);
    return value === undefined ? undefined : { value, span };
  },
  { type: 'string', pattern: pattern.source },
);
