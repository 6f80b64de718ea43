import type { StixObject } from "../stix-object.ts";

/*
 * What STIX 2.1 (OASIS Standard, 10 June 2021) says MUST be of the objects that are written here: common properties (3.2),
 * identifiers (2.9), timestamps (3.3), external references (2.5), and the required properties of each type (4.x, 5.1, 7.2).
 */

const UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[45][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
const MOMENT = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?Z$/;
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  identity: ["name"],
  incident: ["name"],
  location: ["latitude", "longitude"],
  report: ["name", "published", "object_refs"],
  relationship: ["relationship_type", "source_ref", "target_ref"],
  "extension-definition": ["created_by_ref", "name", "schema", "version", "extension_types"],
  "marking-definition": ["extensions"],
};

/** Every rule that an object of the collection breaks, with its id. */
export function stixFaults(objects: readonly StixObject[]): string[] {
  const ids = new Set(objects.map(({ id }) => id));
  const twice = ids.size < objects.length ? ["an id occurs twice"] : [];
  return [
    ...twice,
    ...objects.flatMap((object) => faultsOf(object, ids).map((fault) => `${object.id}: ${fault}`)),
  ];
}

function faultsOf(object: StixObject, ids: ReadonlySet<string>): string[] {
  const { type, spec_version: version, id, created, modified } = object;
  const needed = REQUIRED[type];
  if (needed === undefined) return ["unknown type"];
  const isMarking = type === "marking-definition";
  return [
    ...(version === "2.1" ? [] : ["spec_version"]),
    ...(new RegExp(`^${type}--${UUID}$`).test(id) ? [] : ["id"]),
    ...(isMarking || (modified !== undefined && modified >= created) ? [] : ["modified before created"]),
    ...needed.filter((name) => object[name] === undefined).map((name) => `no ${name}`),
    ...Object.entries(object).flatMap(([name, value]) => faultsAt(name, value, ids)),
  ];
}

/** References lead somewhere, moments are moments, nothing is null or an empty list. */
function faultsAt(name: string, value: unknown, ids: ReadonlySet<string>): string[] {
  const said = JSON.stringify(value);
  const fault = (holds: boolean) => (holds ? [] : [`${name} is ${said}`]);
  if (value === null || value === undefined || said === "[]" || said === "{}" || said === '""')
    return fault(false);
  if (name === "created" || name === "modified" || name === "published")
    return fault(MOMENT.test(value as string));
  if (name.endsWith("_ref")) return fault(ids.has(value as string));
  if (name.endsWith("_refs")) return fault((value as string[]).every((ref) => ids.has(ref)));
  if (name === "confidence")
    return fault(Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 100);
  if (name === "latitude") return fault(Math.abs(value as number) <= 90);
  if (name === "longitude") return fault(Math.abs(value as number) <= 180);
  if (name === "relationship_type") return fault(/^[a-z0-9-]+$/.test(value as string));
  if (name === "external_references") return fault((value as Reference[]).every(isSound));
  return [];
}

type Reference = Readonly<Partial<Record<"source_name" | "description" | "url" | "external_id", string>>>;

function isSound({ source_name: name, description, url, external_id: id }: Reference): boolean {
  return Boolean(name) && Boolean(description ?? url ?? id) && (url === undefined || URL.canParse(url));
}
