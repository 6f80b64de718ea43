import { type ComponentType, lazy } from "react";
import { WatchPage } from "./watch.tsx";

/** The steps of the cycle, in order; a page belongs to the step whose result it shows. */
export const STEPS = ["collect", "observe", "assess", "warn", "brief"] as const;

export interface Page {
  readonly path: string;
  readonly name: string;
  /** The one question the page answers. */
  readonly question: string;
  readonly step: (typeof STEPS)[number] | null;
  /** Whether it is among the few a phone shows first. */
  readonly first?: true;
  readonly Content: ComponentType;
}

const page = <K extends string>(load: () => Promise<Record<K, ComponentType>>, name: K) =>
  lazy(async () => ({ default: (await load())[name] }));

export const PAGES: readonly Page[] = [
  {
    path: "/",
    name: "Watch",
    question: "What is likely, and what changed?",
    step: null,
    first: true,
    Content: WatchPage,
  },
  {
    path: "/sources",
    name: "Sources",
    question: "What is read, how far is it trusted, and where are the gaps?",
    step: "collect",
    Content: page(() => import("./sources.tsx"), "SourcesPage"),
  },
  {
    path: "/contribute",
    name: "Contribute",
    question: "What did you see that is not known here?",
    step: "collect",
    Content: page(() => import("./contribute.tsx"), "ContributePage"),
  },
  {
    path: "/evidence",
    name: "Evidence",
    question: "What was seen, and who says so?",
    step: "observe",
    first: true,
    Content: page(() => import("./evidence.tsx"), "EvidencePage"),
  },
  {
    path: "/review",
    name: "Review",
    question: "What was read in texts or found in pictures, and is it so?",
    step: "observe",
    Content: page(() => import("./review.tsx"), "ReviewPage"),
  },
  {
    path: "/timeline",
    name: "Timeline",
    question: "What happened when, and on whose side?",
    step: "observe",
    Content: page(() => import("./timeline.tsx"), "TimelinePage"),
  },
  {
    path: "/orbit",
    name: "Orbit",
    question: "Where is everything, and what has moved?",
    step: "observe",
    Content: page(() => import("./orbit.tsx"), "OrbitPage"),
  },
  {
    path: "/sites",
    name: "Sites",
    question: "What changed at each site, and who could have seen it?",
    step: "observe",
    Content: page(() => import("./sites.tsx"), "SitesPage"),
  },
  {
    path: "/indicators",
    name: "Indicators",
    question: "Which signs have moved, and which are unknown?",
    step: "assess",
    Content: page(() => import("./indicators.tsx"), "IndicatorsPage"),
  },
  {
    path: "/scenarios",
    name: "Scenarios",
    question: "How do the scenarios hang together, and what would change them?",
    step: "assess",
    Content: page(() => import("./scenarios.tsx"), "ScenariosPage"),
  },
  {
    path: "/requirements",
    name: "Requirements",
    question: "What should be looked at next, and what would it tell?",
    step: "assess",
    Content: page(() => import("./requirements.tsx"), "RequirementsPage"),
  },
  {
    path: "/activity",
    name: "Activity",
    question: "Who acts against whom, how, and has that changed?",
    step: "assess",
    Content: page(() => import("./activity.tsx"), "ActivityPage"),
  },
  {
    path: "/alignment",
    name: "Alignment",
    question: "Who stands with whom, and who is next?",
    step: "assess",
    Content: page(() => import("./alignment.tsx"), "AlignmentPage"),
  },
  {
    path: "/partnership",
    name: "Partnership",
    question: "Is it a partnership or an alliance?",
    step: "assess",
    Content: page(() => import("./partnership.tsx"), "PartnershipPage"),
  },
  {
    path: "/law",
    name: "Law",
    question: "What binds whom, and is a new order forming?",
    step: "assess",
    Content: page(() => import("./law.tsx"), "LawPage"),
  },
  {
    path: "/reaction",
    name: "Action–reaction",
    question: "Does one side's act bring on the other's?",
    step: "assess",
    Content: page(() => import("./reaction.tsx"), "ReactionPage"),
  },
  {
    path: "/exposure",
    name: "Exposure",
    question: "What is done to space systems, and what would stop?",
    step: "assess",
    Content: page(() => import("./exposure.tsx"), "ExposurePage"),
  },
  {
    path: "/warnings",
    name: "Warnings",
    question: "What needs a decision, and by when?",
    step: "warn",
    first: true,
    Content: page(() => import("./warnings.tsx"), "WarningsPage"),
  },
  {
    path: "/briefs",
    name: "Briefs",
    question: "What does the reader need to know?",
    step: "brief",
    first: true,
    Content: page(() => import("./briefs.tsx"), "BriefsPage"),
  },
  {
    path: "/scoreboard",
    name: "Scoreboard",
    question: "How good has this been?",
    step: "brief",
    Content: page(() => import("./scoreboard.tsx"), "ScoreboardPage"),
  },
];

const OBSERVATION: Page = {
  path: "/evidence/:id",
  name: "Observation",
  question: "What exactly was said, and can it be trusted?",
  step: "observe",
  Content: page(() => import("./observation.tsx"), "ObservationPage"),
};

const LOST: Page = {
  path: "",
  name: "Not found",
  question: "There is no page at this address",
  step: null,
  Content: page(() => import("./lost.tsx"), "LostPage"),
};

/** The page at a path; anything below /evidence/ is one observation. */
export function pageAt(path: string): Page {
  if (/^\/evidence\/./.test(path)) return OBSERVATION;
  return PAGES.find((one) => one.path === path) ?? LOST;
}
