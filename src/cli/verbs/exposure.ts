import { exposureOnDay, type ExposureOnDay } from "../../cycle/answers/exposure-on-day.ts";
import { WrongUse } from "../failure.ts";
import { AS_OF, ESTATE, JSON_OUT, WATCH } from "../options.ts";
import { table } from "../table.ts";
import { defineVerb } from "../verb.ts";
import { inFilledWorld } from "../world.ts";

/** What is done to space systems, and what of it an operator's own would lose. */
export const exposure = defineVerb({
  options: { ...WATCH, ...ESTATE, ...AS_OF, ...JSON_OUT },
  run: ({ options }, shell) =>
    inFilledWorld(options, shell, async (world, asOf) => {
      const told = await exposureOnDay(world, asOf);
      if (told === null)
        throw new WrongUse("this watch names no threats; a threats.yaml in it would be right");
      shell.out(options.json ? JSON.stringify(told) : inWords(told));
      return 0;
    }),
});

function inWords(told: ExposureOnDay): string {
  const { asOf, threats, estate } = told;
  const seen = threats.map(({ id, sightings, recent, statement }) => [
    id,
    String(sightings.length),
    sightings.at(-1)?.on ?? "–",
    recent === null ? "unobserved" : rate(recent.perYear),
    statement,
  ]);
  return [
    `What was seen done to space systems by ${asOf}, to whomever:`,
    table(["threat", "seen", "last", "a year lately", "statement"], seen),
    ...(estate
      ? estateInWords(estate)
      : ['Of no operator in particular: "--estate FILE" says what is at stake.']),
  ].join("\n\n");
}

function rate({ value, low, high }: { value: number; low: number; high: number }): string {
  return `${value.toFixed(1)} (${low.toFixed(1)}–${high.toFixed(1)})`;
}

function estateInWords({ told, exposure }: NonNullable<ExposureOnDay["estate"]>): string[] {
  const services = exposure.services.flatMap(({ id, cuts }) =>
    cuts.map(({ parts, suppliers, countries }) => [
      id,
      parts.join(" + "),
      [...suppliers, ...countries].join(", ") || "–",
    ]),
  );
  const suppliers = exposure.suppliers.map(({ id, parts, stops, doneTo }) => [
    id,
    String(parts.length),
    stops.join(", ") || "–",
    doneTo === null ? "not said" : String(doneTo.length),
  ]);
  const open = exposure.open.map(({ threat, part, isSaid, oneOf, atStake }) => [
    part,
    threat,
    isSaid ? "none" : "not said",
    atStake.join(", "),
    oneOf.join(", "),
  ]);
  return [
    `${told.name} (${told.marking}): what stops each service, one or two losses at a time:`,
    table(["service", "lost", "in common"], services),
    "What each supplier could reach:",
    table(["supplier", "parts", "stops", "done to it"], suppliers),
    "Where nothing is said to stand against a threat:",
    table(["part", "threat", "in place", "at stake", "one of these would"], open),
  ];
}
