import { z } from "zod";
import type { Notice } from "#model/notice.ts";
import { WARNING_STATES, type Acknowledgement } from "#model/warning.ts";
import type { WarningsReply } from "../contract.ts";
import { isoDay } from "./asked.ts";

const state = z.enum(WARNING_STATES);

export const warning = z.strictObject({
  id: z.string(),
  scenario: z.string(),
  state,
  openedOn: isoDay,
  changedOn: isoDay,
  steps: z.array(z.strictObject({ on: isoDay, from: state, to: state, because: z.string() })),
  signal: z.number().min(0).max(1),
  withinYear: z.number().min(0).max(1),
  expected: z.strictObject({
    from: isoDay.nullable(),
    median: isoDay.nullable(),
    to: isoDay.nullable(),
  }),
  movedBy: z.array(z.strictObject({ id: z.string(), logOdds: z.number() })),
  wouldLower: z.array(z.string()),
  wouldDecide: z.string().nullable(),
});

export const acknowledgement: z.ZodType<Acknowledgement> = z
  .strictObject({ warning: z.string(), by: z.string(), at: z.iso.datetime(), note: z.string() })
  .meta({ id: "Acknowledgement" });

/** How one thing stands that a client was to be told. */
const notice: z.ZodType<Notice> = z.strictObject({
  client: z.string(),
  item: z.string(),
  title: z.string(),
  marking: z.string(),
  at: z.iso.datetime(),
  outcome: z.enum(["sending", "told", "failed"]),
  fault: z.string().nullable(),
  tries: z.int(),
  notBefore: z.iso.datetime().nullable(),
});

export const warningsReply: z.ZodType<WarningsReply> = z.strictObject({
  asOf: isoDay,
  warnings: z.array(warning.extend({ acknowledgements: z.array(acknowledgement), notices: z.array(notice) })),
});
