import type { Observation } from "#model/observation.ts";
import { observationsKnown, reviewsStanding } from "#store/index.ts";
import type { World } from "../world.ts";
import { REPORTS } from "../observe/reports/report-document.ts";

/** How one rule of the coder fared under review: what a dictionary should learn from. */
export interface Lesson {
  readonly rule: string;
  readonly accepted: number;
  readonly corrected: number;
  readonly misread: number;
  /** What analysts said the event was instead, by root, and how often. */
  readonly instead: Readonly<Record<string, number>>;
  /** Reports it went wrong in. */
  readonly wrongIn: readonly string[];
}

/** The rules by how often they were misread or corrected, the worst first. */
export async function lessonsOf({ store, now }: World): Promise<Lesson[]> {
  const today = now().slice(0, 10);
  const known = await observationsKnown(store, { known: today }, { streams: [REPORTS] });
  const reports = new Map(known.map(({ observation }) => [observation.id, observation]));
  const lessons = new Map<string, Lesson>();
  for (const { report, decided } of await reviewsStanding(store, today)) {
    const rule = coderRule(reports.get(report));
    if (rule === undefined) continue;
    const before = lessons.get(rule) ?? { ...NONE, rule };
    if (decided.verdict === "accepted") {
      const { root } = decided.correction;
      lessons.set(rule, root === undefined ? plus(before, "accepted") : corrected(before, report, root));
    } else if (decided.verdict === "rejected" && decided.because === "misread") {
      lessons.set(rule, { ...plus(before, "misread"), wrongIn: [...before.wrongIn, report] });
    }
  }
  return [...lessons.values()].sort((a, b) => wrongs(b) - wrongs(a) || (a.rule < b.rule ? -1 : 1));
}

const NONE = { accepted: 0, corrected: 0, misread: 0, instead: {}, wrongIn: [] };

const coderRule = (report: Observation | undefined) => report?.attributes["coder"];
const wrongs = ({ corrected, misread }: Lesson) => corrected + misread;

function plus(lesson: Lesson, count: "accepted" | "misread"): Lesson {
  return { ...lesson, [count]: lesson[count] + 1 };
}

function corrected(lesson: Lesson, report: string, root: string): Lesson {
  const instead = { ...lesson.instead, [root]: (lesson.instead[root] ?? 0) + 1 };
  return { ...lesson, corrected: lesson.corrected + 1, instead, wrongIn: [...lesson.wrongIn, report] };
}
