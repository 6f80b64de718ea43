import type { Day } from "./day.ts";

/** A sentence and the observations it rests on. */
export interface Sentence {
  readonly text: string;
  readonly cites: readonly string[];
}

/** What a chart shows, as numbers: drawn by the format that prints it. */
export type Figure =
  | {
      readonly type: "fan";
      readonly caption: string;
      readonly scenario: string;
      readonly points: readonly {
        readonly on: Day;
        readonly p: number;
        readonly low: number;
        readonly high: number;
        readonly forecast: boolean;
      }[];
    }
  | {
      readonly type: "heat";
      readonly caption: string;
      readonly months: readonly string[];
      readonly rows: readonly {
        readonly id: string;
        readonly label: string;
        readonly levels: readonly (number | null)[];
      }[];
    }
  | {
      readonly type: "timeline";
      readonly caption: string;
      readonly marks: readonly {
        readonly on: Day;
        readonly lane: string;
        readonly label: string;
        readonly id: string;
      }[];
    }
  | {
      readonly type: "pictures";
      readonly caption: string;
      /** What is to be seen, for those who cannot. */
      readonly alt: string;
      readonly credit: string;
      /** Of each picture, in pixels. */
      readonly width: number;
      readonly height: number;
      /** Null where the scale is not known. */
      readonly metresPerPixel: number | null;
      /** Before and after, each as a data address. */
      readonly pictures: readonly { readonly on: Day; readonly told: string; readonly image: string }[];
    };

/** Changes of the ground that were accepted, with the pair of pictures they were found in. */
export interface GroundFound {
  readonly findings: readonly string[];
  readonly pictures: Extract<Figure, { type: "pictures" }>;
}

export interface Section {
  readonly title: string;
  readonly sentences: readonly Sentence[];
  readonly figures: readonly Figure[];
  /** Names that the watch gives and days that were worked out, which its sentences use and no observation need tell. */
  readonly own?: { readonly names: readonly string[]; readonly days: readonly Day[] };
}

/** What is told to a decision-maker, every sentence with its citations. */
export interface Brief {
  readonly id: string;
  readonly title: string;
  readonly asOf: Day;
  readonly since: Day | null;
  readonly marking: string;
  readonly illustrative: boolean;
  readonly sections: readonly Section[];
  /** Cited observations in order of first citation. */
  readonly references: readonly {
    readonly id: string;
    readonly claim: string;
    readonly on: Day;
    readonly knownAt: Day;
    readonly source: string;
    readonly url: string | null;
    readonly grade: string;
    readonly verified: string;
    readonly attribution: string | null;
  }[];
}

/** A brief as it was last written, and when; ISO 8601 UTC with milliseconds. */
export interface WrittenBrief {
  readonly brief: Brief;
  readonly writtenAt: string;
  readonly changedAt: string;
}
