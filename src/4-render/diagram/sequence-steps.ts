import type { DiagramSteps } from '../../model/diagram/diagram.ts';
import { eventsIn, type SequenceEvent, type SequenceSpec } from '../../model/diagram/sequence.ts';
import type { StepPlan } from './plan-steps.ts';

/** Plans when the participants, messages and notes of a sequence diagram appear. */
export function planSequence(spec: SequenceSpec, steps: DiagramSteps): StepPlan {
  const planner = new SequencePlanner(spec, steps);
  const nodes = spec.participants.map(({ id }) => planner.stepOf(id));
  return {
    nodes,
    groups: spec.boxes.map(({ participants }) =>
      Math.min(...participants.map((id) => planner.stepOf(id))),
    ),
    edges: eventsIn(spec.events).map((event) => planner.steps.get(event) ?? 0),
  };
}

class SequencePlanner {
  readonly steps = new Map<SequenceEvent, number>();
  readonly #participants: Map<string, number>;
  readonly #byMessages: boolean;
  #messages = 0;
  /** The step of the last message. */
  #last = 0;

  constructor({ participants, events }: SequenceSpec, steps: DiagramSteps) {
    this.#byMessages = steps === 'edges';
    const stepOf = (index: number): number => {
      if (typeof steps === 'string') return steps === 'nodes' ? index : 0;
      return steps.findIndex((count) => index < count);
    };
    this.#participants = new Map(participants.map(({ id }, index) => [id, stepOf(index)]));
    this.#plan(events, false);
  }

  stepOf(participant: string): number {
    return this.#participants.get(participant) ?? 0;
  }

  /** @returns the first step of the events; `undefined` if nothing of them is seen */
  #plan(events: readonly SequenceEvent[], isInFrame: boolean): number | undefined {
    let first: number | undefined;
    for (const [i, event] of events.entries()) {
      const isBefore = isInFrame && !events.slice(0, i).some(({ kind }) => kind === 'message');
      const step = this.#stepOfEvent(event, isBefore);
      this.steps.set(event, step ?? 0);
      if (step !== undefined && event.kind !== 'activate' && event.kind !== 'deactivate') {
        first = Math.min(step, first ?? step);
      }
    }
    return first;
  }

  /** @param isBefore whether it is in a frame, and no message of the frame is before it */
  #stepOfEvent(event: SequenceEvent, isBefore: boolean): number | undefined {
    switch (event.kind) {
      case 'message': {
        const { from, to, creates } = event;
        this.#last = this.#byMessages
          ? ++this.#messages
          : Math.max(this.stepOf(from), this.stepOf(to));
        if (creates && this.#byMessages) this.#participants.set(to, this.#last);
        return this.#last;
      }
      case 'note': {
        const steps = event.participants.map((id) => this.stepOf(id));
        // It belongs to the message before it, or to the first one of its frame.
        const message = isBefore ? this.#messages + 1 : this.#messages;
        return this.#byMessages ? message : Math.max(...steps);
      }
      case 'frame': {
        const sections = event.sections.map(({ events }) => this.#plan(events, true));
        const seen = sections.filter((step) => step !== undefined);
        return seen.length > 0 ? Math.min(...seen) : this.#last;
      }
      case 'activate':
      case 'deactivate':
        return Math.max(this.#last, this.stepOf(event.participant));
      default:
        return event satisfies never;
    }
  }
}
