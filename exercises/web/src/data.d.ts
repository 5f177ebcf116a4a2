// Written by `make types` from the Python classes of the same names.

/** All data that a script needs to show and grade an item; the face is specific to the kind. */
export interface Payload {
  id: string;
  kind: string;
  label: string;
  direction: string;
  version: string;
  stem: string;
  hint: string;
  face: any;
  rubric: Rubric;
}

/** The grading table of one item. */
export interface Rubric {
  slots: Record<string, Slot>;
  max: number;
  phrases: Partial<Record<'right' | 'wrong' | 'missed' | 'none', string>>;
  gates: Record<string, Gate>;
}

/** One place in a response. */
export interface Slot {
  values: Record<string, Outcome>;
  other: Outcome;
  absent: Outcome;
  typed: boolean;
}

/** The outcome of one value in one slot. */
export interface Outcome {
  points: number;
  mark: 'right' | 'wrong' | 'missed' | 'none';
  feedback: string;
}

/** A slot that must be right before others count, such as a decision before its grounds. */
export interface Gate {
  opens: string[];
  phrases: Partial<Record<'right' | 'wrong' | 'missed' | 'none', string>>;
}

/** The verdict on one response. */
export interface Grade {
  score: number;
  max: number;
  state: 'unanswered' | 'correct' | 'partial' | 'wrong';
  summary: string;
  slots: SlotGrade[];
}

/** The grade of one slot of a response. */
export interface SlotGrade {
  slot: string;
  mark: 'right' | 'wrong' | 'missed' | 'none';
  feedback: string;
}

/** All data needed to draw a paper. */
export interface Plan {
  id: string;
  title: string;
  minutes: number;
  version: string;
  labels: string[];
  draws: Draw[];
}

/** A number of candidates to draw from a pool. */
export interface Draw {
  part: string;
  items: number;
  points: number;
  pool: Candidate[];
}

/** An item that may be drawn. */
export interface Candidate {
  id: string;
  chapter: string;
  label: string;
  sentences: string[];
}
