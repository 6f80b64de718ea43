import { z } from "zod";
import { methodAndPath, type Route } from "./route.ts";

type Schema = Readonly<Record<string, unknown>>;

/** The routes as OpenAPI 3.1, generated from the schemas they parse and reply with. */
export function openApiOf(routes: readonly Route[]) {
  const components = new Map<string, Schema>([["Refusal", REFUSAL]]);
  const paths: Record<string, Record<string, Schema>> = {};
  for (const route of routes) {
    const { method, path } = methodAndPath(route.name);
    const template = path.replace(/:(\w+)/g, "{$1}");
    paths[template] = { ...paths[template], [method.toLowerCase()]: operationOf(route, components) };
  }
  return {
    openapi: "3.1.0",
    info: { title: "Tocsin", version: "1", description: "Strategic warning for space security." },
    paths,
    components: { schemas: Object.fromEntries(components) },
  };
}

const REFUSAL: Schema = {
  type: "object",
  required: ["error"],
  properties: {
    error: {
      type: "object",
      required: ["code", "message"],
      properties: { code: { type: "string" }, message: { type: "string" } },
    },
  },
};

function operationOf(route: Route, components: Map<string, Schema>): Schema {
  const { method, path } = methodAndPath(route.name);
  const { properties = {}, required = [] } = schemaOf(route.asks, "input", components) as {
    properties?: Record<string, Schema>;
    required?: string[];
  };
  const names = Object.keys(properties);
  const isInPath = (name: string) => path.split("/").includes(`:${name}`);
  const inBody = names.filter((name) => method === "POST" && !isInPath(name));
  const inAddress = names.filter((name) => !inBody.includes(name));
  const body = {
    type: "object",
    properties: Object.fromEntries(inBody.map((name) => [name, properties[name]])),
    required: inBody.filter((name) => required.includes(name)),
  };
  return {
    summary: route.summary,
    parameters: inAddress.map((name) => ({
      name,
      in: isInPath(name) ? "path" : "query",
      required: required.includes(name),
      schema: properties[name],
    })),
    ...(inBody.length > 0 && { requestBody: { required: true, ...json(body) } }),
    responses: {
      200: { description: "The answer.", content: contentOf(route, components) },
      default: { description: "Why there is none.", ...json({ $ref: "#/components/schemas/Refusal" }) },
    },
  };
}

function contentOf({ replies, otherMedia = [] }: Route, components: Map<string, Schema>): Schema {
  const others = otherMedia.map((media) => [media, {}] as const);
  return { ...json(schemaOf(replies, "output", components)).content, ...Object.fromEntries(others) };
}

function json(schema: Schema) {
  return { content: { "application/json": { schema } } };
}

/** The JSON Schema of a shape; the shapes with a name of their own move to the components. */
function schemaOf(shape: z.ZodType, io: "input" | "output", components: Map<string, Schema>): Schema {
  const whole = z.toJSONSchema(shape, { io, unrepresentable: "any" });
  const text = JSON.stringify(whole).replaceAll("#/$defs/", "#/components/schemas/");
  const {
    $schema: _dialect,
    $defs = {},
    ...schema
  } = JSON.parse(text) as Schema & { $defs?: Record<string, Schema> };
  for (const [name, named] of Object.entries($defs)) components.set(name, named);
  return schema;
}
