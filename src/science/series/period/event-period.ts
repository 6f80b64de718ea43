import { counted } from "#science/numbers/index.ts";
import { SeriesRefused } from "../series-error.ts";
import { frequenciesIn } from "./band.ts";
import { dateEvents, redated, type EventHistory, type Span } from "./event-history.ts";
import type { Dating } from "./dating.ts";
import { evenPoisson, selfExciting, smoothPoisson, smoothRate } from "./event-nulls.ts";
import { answerPeriod, type PeriodAnswer, type PeriodQuestion, type Trial } from "./period-answer.ts";
import { drawSmooth } from "./smooth-rate.ts";
import { wavesIn } from "./waves.ts";

const LEAST_EVENTS = 15;

interface EventScan extends Pick<PeriodQuestion, "random" | "band"> {
  readonly span?: Span | undefined;
}

/**
 * Whether dated events come in a cycle: the highest Schuster power in the band against events at an even rate,
 * at a slowly changing one, and events that call forth others. Histories drawn from these are dated as
 * coarsely as the events, and move those as one that came in one wave. SeriesRefused below fifteen events, three
 * cycles, or two cells in a cycle.
 */
export function eventPeriod(events: readonly Dating[], question: PeriodQuestion & EventScan): PeriodAnswer {
  return answerPeriod(eventTrial(events, question), question);
}

/** Events with the three worlds they are held against. */
export function eventTrial(
  events: readonly Dating[],
  { random, band, span }: EventScan,
): Trial<EventHistory> {
  if (events.length < LEAST_EVENTS) {
    throw new SeriesRefused(
      "too-few",
      `${counted(events.length, "event")} cannot show a cycle`,
      `at least ${LEAST_EVENTS} would be enough to ask; some 80 to find a strong one`,
    );
  }
  if (events.every(({ time }) => time === events[0]!.time)) {
    throw new SeriesRefused(
      "no-variance",
      `all ${events.length} events are at one time, ${Number(events[0]!.time.toFixed(4))}`,
      "times that differ would be enough",
    );
  }
  const cells = Float64Array.from(events, ({ cell }) => cell);
  const dated = dateEvents(
    Float64Array.from(events, ({ time }) => time),
    cells,
    random,
    span,
  );
  const frequencies = frequenciesIn(
    band,
    dated.to - dated.from,
    cells.reduce((a, b) => Math.max(a, b), 0),
  );
  const data = { ...dated, waves: wavesIn(events, band, dated.to - dated.from) };
  const rate = smoothRate(data, frequencies);
  return {
    kind: "events",
    data,
    n: events.length,
    from: data.from,
    to: data.to,
    frequencies,
    nulls: [evenPoisson(frequencies), smoothPoisson(frequencies, data), selfExciting(frequencies)],
    plant({ strength, frequency, phase }, draw) {
      const next = (): number => {
        const time = drawSmooth(rate, draw);
        const relative = 1 + strength * Math.cos(2 * Math.PI * frequency * time + phase);
        return draw() * (1 + strength) < relative ? time : next();
      };
      return redated(data, next, draw);
    },
    strengths: [0.4, 0.8],
    strengthOf: "modulation",
    remark: remarkOn(data.waves),
  };
}

/** Says what is moved as one; nothing where every event is by itself. */
function remarkOn(waves: readonly number[]): string {
  const large = waves.filter((size) => size > 1);
  if (large.length === 0) return "";
  const together = large.reduce((sum, size) => sum + size, 0);
  return `${together} events came in ${counted(large.length, "wave")}, more at once than by chance; each wave counts as one.`;
}
