import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The browser story takes as long as all the rest: it begins first, and the rest runs beside it. */
class StoryFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isStory = ({ moduleId }: TestSpecification) => moduleId.includes("/web/story/");
    return [...sorted.filter(isStory), ...sorted.filter((file) => !isStory(file))];
  }
}

const STORY = "web/story/*.test.ts";

// Node keeps what it compiled, for the workers and the commands they start, as it does for the product itself.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL("node_modules/.cache/tocsin", import.meta.url));

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "node",
          include: [STORY, "src/**/*.test.ts", "test/**/*.test.ts"],
          // Node runs the sources as they are, in tests too: nothing is transformed.
          experimental: { viteModuleRunner: false },
        },
      },
      { extends: true, test: { name: "web", include: ["web/**/*.test.ts"], exclude: [STORY] } },
    ],
    // Modules hold no state but caches of pure functions: files share a process, and what they import is loaded once.
    isolate: false,
    globalSetup: ["test/say-what-is-missing.ts"],
    setupFiles: ["test/fixed-seed.ts"],
    sequence: { sequencer: StoryFirst },
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
