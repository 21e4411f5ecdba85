import type { Words } from '../../base/words/types.ts';
import { fill } from '../../base/words/words.ts';
import { type GanttSpec, type GanttTask, unitLengths } from '../../model/diagram/gantt.ts';

const { day } = unitLengths;

/** A task with its section, dates and state: `Test (Build, 2024-01-08 to 2024-01-12, critical)`. */
export function describeTask(
  task: GanttTask,
  { sections, hasDates }: GanttSpec,
  words: Words,
): string {
  const { milestone, done, active, critical } = words.diagram;
  const section = sections[task.section] ?? '';
  const facts = [
    section,
    timesOf(task, hasDates, words),
    task.mark === 'milestone' && milestone,
    task.isDone && done,
    task.isActive && active,
    task.isCritical && critical,
  ];
  return `${task.label} (${facts.filter(Boolean).join(words.list)})`.replace(/\s*\n\s*/g, ' ');
}

/** In whole days, the last day is named, and not the midnight after it. */
function timesOf({ start, end, mark }: GanttTask, hasDates: boolean, words: Words): string {
  const isWhole = hasDates && start % day === 0 && end % day === 0;
  const write = (time: number) => {
    const text = new Date(time).toISOString();
    const clock = text.slice(11, time % 60_000 === 0 ? 16 : 19);
    if (!hasDates) return clock;
    return isWhole ? text.slice(0, 10) : `${text.slice(0, 10)} ${clock}`;
  };
  if (mark === 'line') return write(start);
  if (mark === 'milestone') return write(isWhole ? start : (start + end) / 2);
  const last = isWhole && end > start ? end - day : end;
  return last <= start ? write(start) : fill(words.chart.range, write(start), write(last));
}
