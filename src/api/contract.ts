import type { Account } from "#model/account.ts";
import type { Actor } from "#model/actor.ts";
import type { Assessment } from "#model/assessment.ts";
import type { Brief } from "#model/brief.ts";
import type { Day } from "#model/day.ts";
import type { Indicator } from "#model/indicator.ts";
import type { LawOnDay } from "#model/law.ts";
import type { ActivityOnDay } from "#model/activity.ts";
import type { PartnershipOnDay } from "#model/partnership.ts";
import type { Observation } from "#model/observation.ts";
import type { Review } from "#model/review.ts";
import type { Scenario } from "#model/scenario.ts";
import type { KnownSite } from "#model/site-check.ts";
import type { Acknowledgement } from "#model/warning.ts";
import type { WorkState } from "#model/work-state.ts";
import type { ApproachesAsKnown } from "../cycle/orbits/approaches-as-known.ts";
import type { AlignmentOnDay } from "../cycle/answers/alignment-on-day.ts";
import type { DirectionVerdict, ReactionOnDay } from "../cycle/answers/reactions-as-known.ts";
import type { ExposureOnDay } from "../cycle/answers/exposure-on-day.ts";
import type { ExplainedScenario } from "../cycle/answers/explain-scenario.ts";
import type { RecordedContribution } from "#model/contribution.ts";
import type { GradedContributor } from "../cycle/contributions/vet-contribution.ts";
import type { SourceHealth } from "../cycle/network/source-health.ts";
import type { SourceRecord } from "../cycle/answers/source-ledger-on-day.ts";
import type { CollectionPlanOnDay } from "../cycle/answers/collection-plan-on-day.ts";
import type { ScenarioRequirements } from "../cycle/answers/scenario-requirements.ts";
import type { QueuedOpinion } from "../cycle/opinions/decide-opinion.ts";
import type { QueuedReport } from "../cycle/reports/review-report.ts";
import type { BeltOverYears } from "../cycle/orbits/belt-over-years.ts";
import type { CatalogueEntry } from "../cycle/orbits/named-objects.ts";
import type { ObservationInDetail } from "../cycle/evidence/observation-in-detail.ts";
import type { OrbitInDetail } from "../cycle/orbits/orbit-in-detail.ts";
import type { Scoreboard } from "../cycle/answers/score-ledger.ts";
import type { Timeline } from "../cycle/answers/timeline-as-known.ts";
import type { PlacedObservations } from "../cycle/answers/placed-observations.ts";
import type { SitePictures } from "../cycle/imagery/site-pictures.ts";
import type { WatchedBehaviour } from "../cycle/orbits/watched-behaviour.ts";
import type { SiteLooks } from "../cycle/orbits/site-looks.ts";
import type { WhatIfBasis } from "../cycle/answers/what-if-basis.ts";
import type { WarningTold } from "../cycle/answers/warnings-told.ts";

/**
 * The single list of routes and shapes. Every GET takes `asOf=YYYY-MM-DD` (what was known by that day;
 * today when absent) and answers an error as `{ error: { code, message } }`.
 */
export interface Routes {
  "GET /api/watch": WatchReply;
  "GET /api/assessment": Assessment;
  /** Facets: `stream`, `kind`, `actor`, `indicator`, `verified`, `q` (full text), `from`, `to`, `limit`, `offset`. */
  "GET /api/observations": ObservationsReply;
  /** The same facets, without pages; `tlp` up to what the operator releases. */
  "GET /api/observations.geojson": PlacedObservationsReply;
  "GET /api/observations/:id": ObservationReply;
  /** What was read in texts: `state=waiting|decided`, `limit`. */
  "GET /api/reports": ReportsReply;
  /** Body `{ verdict, correction, because, by, note }`; who has an account decides under its name and leaves `by` out. */
  "POST /api/reports/:id/review": Review;
  /** What a model said of sentences that were not coded: `state=waiting|decided`, `limit`. */
  "GET /api/opinions": OpinionsReply;
  /** Body as for a report. */
  "POST /api/opinions/:id/decide": Review;
  /** `scenario`: contributions down to observations. */
  "GET /api/explain": ExplainReply;
  /** `scenario`: what would move its forecast most, seen or supposed. */
  "GET /api/requirements": RequirementsReply;
  /** What to look at next, over all scenarios. */
  "GET /api/collection-plan": CollectionPlanReply;
  /** What the browser needs to answer a what-if by itself, exactly as the server would. */
  "GET /api/outlook": OutlookReply;
  /** Milestones by bloc, who leads, and whether they come in a cycle. */
  "GET /api/timeline": TimelineReply;
  /** What is done to space systems, and what of it the operator's own would lose. */
  "GET /api/exposure": ExposureReply;
  /** What two powers do together and apart, and what of an alliance has been seen. */
  "GET /api/partnership": PartnershipReply;
  /** Who acts against whom, after what and how, and whether that has changed. */
  "GET /api/activity": ActivityReply;
  /** Who is in which framework, and who joins next. */
  "GET /api/alignment": AlignmentReply;
  /** What binds whom, how bodies voted, and what was made, unmade and deadlocked. */
  "GET /api/law": LawReply;
  /** Whether one bloc's acts bring on the other's. */
  "GET /api/reactions": ReactionsReply;
  "GET /api/warnings": WarningsReply;
  /** Body `{ by, note }`. */
  "POST /api/warnings/:id/acknowledge": Acknowledgement;
  /** `format=json|md|html|pdf|docx`. */
  "GET /api/brief": Brief;
  "GET /api/orbits": OrbitsReply;
  "GET /api/orbits/:id": OrbitReply;
  /** The satellites the watch names, and their unusual behaviour as observations. */
  "GET /api/behaviour": BehaviourReply;
  /** Where the followed satellites stayed in the belt over the years, and beside which guarded ones. */
  "GET /api/belt": BeltReply;
  "GET /api/sites": SitesReply;
  /** `days`: who could image the site from the start of that day on, and when it is unseen, for each bloc. */
  "GET /api/sites/:id/passes": SiteLooksReply;
  /** What pictures of the site came to, and everything that is known of it by its day. */
  "GET /api/sites/:id/pictures": SitePicturesReply;
  /** The bytes of a quicklook, which never change. */
  "GET /api/pictures/:sha256": unknown;

  /** Every source on the network as it fares now, whatever day is asked for. */
  "GET /api/sources": SourcesReply;
  /** How reliable each source has been, by what became of its claims. */
  "GET /api/sources/ledger": SourcesLedgerReply;

  /** What outsiders handed in, with what was decided on it; in quarantine until then. */
  "GET /api/contributions": ContributionsReply;
  /** Body `{ contributor, title, text, url, marking, on, precision, actors, place }`. */
  "POST /api/contributions": { readonly id: string };
  /** Body `{ decision: "accepted" | "entered" | "rejected" | "undone", entry, because, by, note }`. */
  "POST /api/contributions/:id/vet": RecordedContribution;

  /** Live and illustrative apart; the chain of the ledger is verified first. */
  "GET /api/scoreboard": ScoreboardReply;
  /** `objects` (catalogue numbers), `days`, `km`: from the start of the as-of day on. */
  "GET /api/approaches": ApproachesReply;
  "GET /api/openapi.json": unknown;

  /** Who is asking. */
  "GET /api/session": SessionReply;
  /** Body `{ account, password }`; the answer brings a cookie. */
  "POST /api/session": SessionReply;
  "POST /api/session/end": SessionReply;

  /** An entry for every change of a warning's state; `tlp` up to what the operator releases. */
  "GET /feeds/warnings.atom": unknown;
  "GET /feeds/warnings.json": unknown;
  /** An entry for every brief that was written. */
  "GET /feeds/briefs.atom": unknown;
  "GET /feeds/briefs.json": unknown;
}

/** `account` is null where nobody has to say who they are; `closed` is why it is shown no page, null where it is. */
export interface SessionReply {
  readonly account: Account | null;
  readonly closed: string | null;
}

export type PlacedObservationsReply = PlacedObservations;

export interface WatchReply {
  readonly id: string;
  readonly name: string;
  readonly question: string;
  readonly about: string;
  readonly writtenOn: Day;
  readonly startDay: Day;
  /** Whether the watch says what a milestone is. */
  readonly hasTimeline: boolean;
  readonly today: Day;
  readonly marking: string;
  readonly blocs: Readonly<Record<string, { readonly name: string }>>;
  readonly scenarios: readonly Scenario[];
  readonly indicators: readonly Indicator[];
  readonly actors: readonly Actor[];
  readonly record: readonly {
    readonly file: string;
    readonly stream: string;
    readonly from: Day;
    readonly to: Day;
    readonly observations: number;
    readonly awaitingSource: number;
  }[];
  readonly reportingGrowth: {
    readonly factor: number;
    readonly low: number;
    readonly high: number;
    readonly because: string;
  };
}

/** `activity` is null for a watch that follows none. */
export interface ActivityReply {
  readonly asOf: Day;
  readonly activity: ActivityOnDay | null;
}

/** `partnership` is null for a watch that does not say whose it is. */
export interface PartnershipReply {
  readonly asOf: Day;
  readonly partnership: PartnershipOnDay | null;
}

/** `exposure` is null for a watch that names no threats, its `estate` where the operator named none. */
export interface ExposureReply {
  readonly asOf: Day;
  readonly exposure: Omit<ExposureOnDay, "asOf"> | null;
}

/** `alignment` is null for a watch that names no frameworks. */
export interface AlignmentReply {
  readonly asOf: Day;
  readonly alignment: Omit<AlignmentOnDay, "asOf"> | null;
}

/** `law` is null for a watch that does not say what its law is. */
export interface LawReply {
  readonly asOf: Day;
  readonly law: Omit<LawOnDay, "asOf"> | null;
}

export interface ReactionsReply {
  readonly asOf: Day;
  readonly reactions: readonly ReactionReply[];
}

/** Excitations: acts of `to` that one act of `from` brings on, in the mean; intervals are of 90 %, null is unbounded. */
export interface ReactionReply extends Omit<ReactionOnDay, "analysis"> {
  readonly analysis: {
    readonly directions: readonly {
      readonly from: string;
      readonly to: string;
      readonly excitation: number;
      readonly low: number | null;
      readonly high: number | null;
      readonly p: number;
      readonly controlledExcitation: number;
      readonly controlledP: number;
      readonly verdict: DirectionVerdict;
    }[];
    /** Mean delay of a reaction. */
    readonly delayDays: number;
    readonly delayLow: number | null;
    readonly delayHigh: number | null;
    readonly spectralRadius: number;
    /** Swings slower than this were allowed to both blocs. */
    readonly slowerThanDays: number | null;
    /** Per bloc, whether the model fits its events. */
    readonly fits: readonly { readonly bloc: string; readonly p: number; readonly events: number }[];
  } | null;
}

export interface ObservationsReply {
  readonly total: number;
  readonly offset: number;
  readonly items: readonly Observation[];
  /** Counts per value within the current selection. */
  readonly facets: {
    readonly stream: Counts;
    readonly kind: Counts;
    readonly actor: Counts;
    readonly verified: Counts;
    readonly year: Counts;
  };
}
export type Counts = Readonly<Record<string, number>>;

/** An observation, the capture it was read from, the very text at its locator, and the story it belongs to. */
export type ObservationReply = ObservationInDetail;

export type ExplainReply = ExplainedScenario;

export type ApproachesReply = ApproachesAsKnown;

export type BehaviourReply = WatchedBehaviour;

export type BeltReply = BeltOverYears;

export type RequirementsReply = ScenarioRequirements;

export type CollectionPlanReply = CollectionPlanOnDay;

export type OutlookReply = WhatIfBasis;

export type ScoreboardReply = Scoreboard;

export type TimelineReply = Timeline;

export interface WarningsReply {
  readonly asOf: Day;
  readonly warnings: readonly WarningTold[];
}

/** Columns of equal length, an object in each place, by catalogue number. Times are UTC in milliseconds since 1970. */
export interface OrbitsReply {
  readonly asOf: Day;
  readonly id: readonly number[];
  readonly name: readonly (string | null)[];
  readonly designator: readonly (string | null)[];
  readonly epochMs: readonly number[];
  readonly meanMotionRevPerDay: readonly number[];
  readonly eccentricity: readonly number[];
  readonly inclinationDeg: readonly number[];
  readonly raanDeg: readonly number[];
  readonly argumentOfPerigeeDeg: readonly number[];
  readonly meanAnomalyDeg: readonly number[];
  readonly bstar: readonly number[];
}

/** Columns of equal length, an element set in each place, by epoch; and what they tell. */
export interface OrbitReply {
  readonly id: number;
  readonly name: string | null;
  /** What the stored satellite catalogues say of it; null where they do not. */
  readonly entry: CatalogueEntry | null;
  readonly designator: string | null;
  readonly epochMs: readonly number[];
  readonly meanMotionRevPerDay: readonly number[];
  readonly eccentricity: readonly number[];
  readonly inclinationDeg: readonly number[];
  readonly manoeuvres: readonly Pick<
    OrbitInDetail["manoeuvres"][number],
    "timeMs" | "dvMs" | "confidence" | "kind"
  >[];
  /** Where in the geostationary belt it stayed, degrees east. */
  readonly stays: readonly { readonly fromMs: number; readonly toMs: number; readonly lonDeg: number }[];
}

export interface SitesReply {
  readonly sites: readonly KnownSite[];
}

export type SiteLooksReply = SiteLooks;

export type SitePicturesReply = SitePictures;

export interface SourcesReply {
  /** When they were looked at; ISO 8601 UTC with milliseconds. */
  readonly at: string;
  /** Whether any is switched on. */
  readonly isOnline: boolean;
  /** How the work stands that workers share; null where one process does it all. */
  readonly work: WorkState | null;
  readonly sources: readonly SourceHealth[];
}

/** `holds` is the mean and 90 % interval of the share of its claims that hold; null for F. */
export interface SourcesLedgerReply {
  readonly asOf: Day;
  readonly sources: readonly SourceRecord[];
}

/** What was read in texts, and what became of all that was read. */
export interface ReportsReply {
  readonly total: number;
  readonly reports: readonly QueuedReport[];
  readonly read: {
    readonly documents: number;
    readonly sentences: number;
    readonly events: number;
    readonly reports: number;
    readonly reasons: Readonly<Record<string, number>>;
  };
}

/** No source, and counted nowhere. */
export interface OpinionsReply {
  readonly total: number;
  readonly refused: number;
  readonly opinions: readonly QueuedOpinion[];
}

export interface ContributionsReply {
  readonly contributions: readonly RecordedContribution[];
  readonly contributors: readonly GradedContributor[];
}
