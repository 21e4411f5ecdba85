import type { MermaidDatabase } from '../reader.ts';

/** What Mermaid has read of a sequence diagram. */
export interface SequenceDatabase extends MermaidDatabase {
  getActors(): ReadonlyMap<string, Actor>;
  getBoxes(): readonly ActorBox[];
  getMessages(): readonly Message[];
  /** By participant, the index of the message before which it is created. */
  getCreatedActors(): ReadonlyMap<string, number>;
  getDestroyedActors(): ReadonlyMap<string, number>;
  readonly LINETYPE: Readonly<Record<string, number>>;
  /** Called for what follows `box`, and for `details`; both need a browser in Mermaid. */
  parseBoxData: (text: string) => BoxData;
  addDetails: (actor: string, text: unknown) => void;
}

export interface Actor {
  readonly description: string;
  readonly type: string;
  readonly links: Readonly<Record<string, unknown>>;
  readonly box?: ActorBox;
}

export interface ActorBox {
  readonly name?: string;
  readonly fill: string;
}

export interface BoxData {
  readonly text: string;
  readonly color: string;
  readonly wrap: boolean | undefined;
}

/** A message, a note, or an instruction such as the start of a loop. */
export interface Message {
  readonly type: number;
  readonly from?: string;
  readonly to?: string;
  readonly message: string | Numbering;
  /** Of a note: left of its participant, right of it, or over one or two. */
  readonly placement?: number;
  readonly centralConnection?: number;
}

/** `autonumber`. */
interface Numbering {
  readonly start?: number;
  readonly step?: number;
  readonly visible: boolean;
}
