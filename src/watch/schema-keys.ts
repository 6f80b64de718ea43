import type { z } from "zod";

type Schema = z.core.$ZodType;

/** The keys that a mapping at the path may have, by the schema of the whole value; none for other values. */
export function keysAt(schema: Schema, path: readonly PropertyKey[], value: unknown): string[] {
  let [schemas, here] = [alternatives(schema, value), value];
  for (const part of path) {
    here = childOf(here, part);
    const inside = here;
    schemas = schemas
      .flatMap((parent) => inner(parent, part))
      .flatMap((child) => alternatives(child, inside));
  }
  return schemas.flatMap((last) => Object.keys(shapeOf(last) ?? {}));
}

function childOf(value: unknown, part: PropertyKey): unknown {
  return typeof value === "object" && value !== null
    ? (value as Record<PropertyKey, unknown>)[part]
    : undefined;
}

/** What may stand in a schema's place: its wrappers taken off, its unions opened where the value fits. */
function alternatives(schema: Schema, value: unknown): Schema[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case "optional":
    case "default":
      return alternatives(def.innerType, value);
    case "lazy":
      return alternatives(def.getter(), value);
    case "union":
      return def.options
        .flatMap((option) => alternatives(option, value))
        .filter((option) => fits(option, value));
    default:
      return [schema];
  }
}

/** Whether the literals of a mapping (the `type` that tells measures apart) agree with the value. */
function fits(schema: Schema, value: unknown): boolean {
  return Object.entries(shapeOf(schema) ?? {}).every(([key, child]) => {
    const { def } = (child as z.core.$ZodTypes)._zod;
    return def.type !== "literal" || def.values.includes(childOf(value, key) as string);
  });
}

function shapeOf(schema: Schema): Readonly<Record<string, Schema>> | undefined {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  return def.type === "object" ? def.shape : undefined;
}

function inner(schema: Schema, part: PropertyKey): Schema[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case "object":
      return Object.hasOwn(def.shape, part) ? [def.shape[String(part)]!] : [];
    case "array":
      return [def.element];
    case "tuple":
      return def.items.slice(Number(part), Number(part) + 1) as Schema[];
    case "record":
      return [def.valueType];
    default:
      return [];
  }
}
