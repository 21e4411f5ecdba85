/** Messages between participants, from top to bottom. Plain JSON. */
export interface SequenceSpec {
  readonly kind: 'sequence';
  /** At least one, from left to right. */
  readonly participants: readonly Participant[];
  /** Frames around participants that are next to each other. */
  readonly boxes: readonly ParticipantBox[];
  readonly events: readonly SequenceEvent[];
}

export interface Participant {
  readonly id: string;
  readonly label: string;
  readonly symbol: ParticipantSymbol;
  readonly links: readonly ParticipantLink[];
}

export const participantSymbols = [
  'participant',
  'actor',
  'boundary',
  'control',
  'entity',
  'database',
  'queue',
  'collections',
] as const;

export type ParticipantSymbol = (typeof participantSymbols)[number];

export interface ParticipantLink {
  readonly label: string;
  /** With `http:`, `https:` or `mailto:`. */
  readonly href: string;
}

export interface ParticipantBox {
  readonly label: string;
  readonly fill?: string;
  /** At least one id. */
  readonly participants: readonly string[];
}

export type SequenceEvent =
  | SequenceMessage
  | { readonly kind: 'activate' | 'deactivate'; readonly participant: string }
  | SequenceNote
  | SequenceFrame;

/** Events, and those in frames after their frame. */
export function eventsIn(events: readonly SequenceEvent[]): readonly SequenceEvent[] {
  return events.flatMap((event) =>
    event.kind === 'frame'
      ? [event, ...event.sections.flatMap((section) => eventsIn(section.events))]
      : [event],
  );
}

/** The end of a message. A half arrow has only the upper or the lower half of its head. */
export type MessageEnd =
  | 'none'
  | 'arrow'
  | 'vee'
  | 'cross'
  | 'upper-arrow'
  | 'lower-arrow'
  | 'upper-vee'
  | 'lower-vee';

export interface SequenceMessage {
  readonly kind: 'message';
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly line: 'solid' | 'dashed';
  readonly start: MessageEnd;
  readonly end: MessageEnd;
  /** Its number, if messages are numbered. */
  readonly number?: number;
  /** The ends that have a circle on the lifeline. */
  readonly circles?: 'start' | 'end' | 'both';
  /** The receiver's lifeline starts here. */
  readonly creates?: true;
  /** The participant whose lifeline ends here: the sender or the receiver. */
  readonly destroys?: string;
}

export interface SequenceNote {
  readonly kind: 'note';
  readonly side: 'left' | 'right' | 'over';
  /** One participant, or the two that it spans. */
  readonly participants: readonly string[];
  readonly text: string;
}

/** A frame around events, such as `loop` or `alt`. */
export interface SequenceFrame {
  readonly kind: 'frame';
  /** The label in its corner; empty for a plain background. */
  readonly name: string;
  readonly sections: readonly {
    readonly label: string;
    readonly events: readonly SequenceEvent[];
  }[];
  /** The color of a plain background. */
  readonly fill?: string;
}
