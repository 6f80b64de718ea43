import { sql } from "kysely";
import type { Capture, Reject } from "#model/capture.ts";
import type { AsOf } from "#model/observation.ts";
import type { ElementSet } from "#science/orbits/index.ts";
import { canonicalJson, sha256 } from "./canonical.ts";
import { addCapture } from "./captures.ts";
import { inChunks } from "./in-chunks.ts";
import { addRejects } from "./rejects.ts";
import { nextSeq, numberList, type Store, writing } from "./store.ts";
import type { ElementSetRow } from "./tables.ts";
import { END_OF_TIME, endOf } from "./versions.ts";

/** An element set as the store keeps it. */
export interface RecordedElementSet {
  readonly elements: ElementSet;
  /** When it became public; ISO 8601 UTC with milliseconds. */
  readonly knownAt: string;
  readonly recordedAt: string;
  /** SHA-256 of the capture it was read from. */
  readonly capture: string;
}

/** The element sets read from one capture. */
export interface ElementSetImport {
  readonly origin: string;
  readonly capture: Capture;
  readonly elementSets: readonly PublishedElementSet[];
  readonly rejects: readonly Reject[];
  /** ISO 8601 UTC with milliseconds. */
  readonly recordedAt: string;
}

/** An element set and when it became public, ISO 8601 UTC with milliseconds. */
export type PublishedElementSet = Pick<RecordedElementSet, "elements" | "knownAt">;

/**
 * Stores what is new of an import, all or nothing. A set that is there already, from whatever source, stays as it
 * was first stored; the same set has the same elements for the same microsecond.
 */
export async function addElementSets(store: Store, batch: ElementSetImport) {
  return writing(store, async (inner) => {
    await addCapture(inner, batch.capture);
    await addRejects(inner, batch);
    const seq = await nextSeq(inner, "element_imports");
    const { origin, capture, recordedAt } = batch;
    const row = { seq, origin, capture: capture.sha256, recorded_at: recordedAt };
    await inner.db.insertInto("element_imports").values(row).execute();
    const added = await insertNew(
      inner,
      batch.elementSets.map((published) => rowOf(published, seq)),
    );
    const duplicate = batch.elementSets.length - added;
    return { added, duplicate, rejected: batch.rejects.length };
  });
}

async function insertNew({ db }: Store, rows: readonly ElementSetRow[]): Promise<number> {
  let added = 0;
  for (const some of inChunks(rows)) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto("element_sets")
      .values(some)
      .onConflict((conflict) => conflict.columns(["object", "epoch_ms", "digest"]).doNothing())
      .executeTakeFirstOrThrow();
    added += Number(numInsertedOrUpdatedRows ?? 0);
  }
  return added;
}

/** Which element sets are asked for: everything that is left out is not narrowed. */
export interface ElementSelection {
  /** Catalogue numbers. */
  readonly objects?: readonly number[];
  readonly epochMs?: Span;
  readonly meanMotionRevPerDay?: Span;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Whether any element set was ever stored. */
export async function hasElementSets({ db }: Store): Promise<boolean> {
  return (await db.selectFrom("element_sets").select("object").limit(1).executeTakeFirst()) !== undefined;
}

/** Every element set known by then, by object and in the order of their epochs. */
export async function elementHistories(
  store: Store,
  asOf: AsOf,
  { objects, epochMs, meanMotionRevPerDay }: ElementSelection = {},
): Promise<RecordedElementSet[]> {
  const { rows } = await sql<ElementSetRow>`
    select e.* from element_sets e join element_imports i on i.seq = e.import
    where ${wasKnown(asOf)} and ${within("e.epoch_ms", epochMs)} and ${within("e.mean_motion", meanMotionRevPerDay)}
      and ${objects === undefined ? sql`true` : sql`e.object in ${numberList(store, objects)}`}
    order by e.object, e.epoch_ms, e.digest`.execute(store.db);
  return recorded(store, rows);
}

/**
 * Of each object the element set of the latest epoch known by then, by object; where there are several of that
 * epoch, the one stored last.
 */
export async function latestElementSets(
  store: Store,
  asOf: AsOf,
  { objects, epochMs, meanMotionRevPerDay }: ElementSelection = {},
): Promise<RecordedElementSet[]> {
  const listed = objects && sql`select * from ${numberList(store, objects)} as listed`;
  const { rows } = await sql<ElementSetRow>`
    with recursive objects (object) as (${listed ?? EACH_OBJECT})
    select e.* from objects o
    join element_sets e on e.object = o.object and e.epoch_ms = (
      select e.epoch_ms from element_sets e join element_imports i on i.seq = e.import
      where e.object = o.object and ${wasKnown(asOf)} and ${within("e.epoch_ms", epochMs)}
      order by e.epoch_ms desc limit 1)
    join element_imports i on i.seq = e.import
    where ${wasKnown(asOf)} and ${within("e.mean_motion", meanMotionRevPerDay)}
    order by e.object, e.import, e.digest`.execute(store.db);
  return recorded(
    store,
    rows.filter(({ object }, i) => object !== rows[i + 1]?.object),
  );
}

/** The objects there are, each found by one step in the index: far fewer than their element sets. */
const EACH_OBJECT = sql`
  select min(object) from element_sets
  union all
  select (select min(object) from element_sets where object > objects.object) from objects
  where objects.object is not null`;

/** Whether the element set `e` of the import `i` was public by that day, and stored by then. */
function wasKnown({ known, recorded = END_OF_TIME }: AsOf) {
  return sql`e.known_at <= ${endOf(known)} and i.recorded_at <= ${recorded}`;
}

function within(column: string, span: Span | undefined) {
  return span === undefined ? sql`true` : sql`${sql.ref(column)} between ${span.from} and ${span.to}`;
}

function rowOf({ elements, knownAt }: PublishedElementSet, batch: number): ElementSetRow {
  const epoch_ms = Math.round(elements.epochMs * 1000) / 1000;
  const numbers = {
    mean_motion: elements.meanMotionRevPerDay,
    eccentricity: elements.eccentricity,
    inclination: elements.inclinationDeg,
    raan: elements.raanDeg,
    argument_of_perigee: elements.argumentOfPerigeeDeg,
    mean_anomaly: elements.meanAnomalyDeg,
    bstar: elements.bstar,
    mean_motion_dot: elements.meanMotionDot,
    mean_motion_ddot: elements.meanMotionDDot,
  };
  const digest = sha256(canonicalJson(numbers)).slice(0, 16);
  return {
    object: elements.id,
    epoch_ms,
    digest,
    import: batch,
    known_at: knownAt,
    name: elements.name,
    designator: elements.designator,
    ...numbers,
    element_set_no: elements.elementSetNo,
    rev_at_epoch: elements.revAtEpoch,
    classification: elements.classification,
    ephemeris_type: elements.ephemerisType,
  };
}

/** The rows with what their imports say of all of them: joined here, for a row is dear to carry wide. */
async function recorded({ db }: Store, rows: readonly ElementSetRow[]): Promise<RecordedElementSet[]> {
  const imports = new Map(
    (await db.selectFrom("element_imports").selectAll().execute()).map((one) => [one.seq, one]),
  );
  return rows.map((row) => {
    const { capture, recorded_at: recordedAt } = imports.get(row.import)!;
    return { elements: elementsOf(row), knownAt: row.known_at, recordedAt, capture };
  });
}

function elementsOf(row: ElementSetRow): ElementSet {
  return {
    id: row.object,
    name: row.name,
    designator: row.designator,
    epochMs: row.epoch_ms,
    meanMotionRevPerDay: row.mean_motion,
    eccentricity: row.eccentricity,
    inclinationDeg: row.inclination,
    raanDeg: row.raan,
    argumentOfPerigeeDeg: row.argument_of_perigee,
    meanAnomalyDeg: row.mean_anomaly,
    bstar: row.bstar,
    meanMotionDot: row.mean_motion_dot,
    meanMotionDDot: row.mean_motion_ddot,
    elementSetNo: row.element_set_no,
    revAtEpoch: row.rev_at_epoch,
    classification: row.classification,
    ephemerisType: row.ephemeris_type,
  };
}
