#!/usr/bin/env node
// Plain JavaScript, so that an old Node says what it needs instead of failing on the first type annotation.
const major = Number(process.versions.node.split(".")[0]);
if (major < 24) {
  process.stderr.write(
    `tocsin needs Node 24, this is ${process.version}. On Linux "npm ci" brings it and "npx tocsin" uses it; on macOS and Windows install Node 24.\n`,
  );
  process.exit(2);
}
const { enableCompileCache } = await import("node:module");
const { fileURLToPath } = await import("node:url");
// Compiled sources are kept from one start to the next; where the folder cannot be written, they are compiled again.
enableCompileCache(fileURLToPath(new URL("../node_modules/.cache/tocsin", import.meta.url)));
const { main } = await import("../src/cli/main.ts");
process.exitCode = await main(process.argv.slice(2));
