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

/** Rooms that hold no state: their files share a process, which halves their time. */
const PURE = ["src/science/**/*.test.ts", "src/model/**/*.test.ts"];

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "world",
          include: ["src/**/*.test.ts", "test/**/*.test.ts", "web/**/*.test.ts"],
          exclude: PURE,
        },
      },
      { extends: true, test: { name: "pure", include: PURE, isolate: false } },
    ],
    globalSetup: ["test/say-what-is-missing.ts"],
    setupFiles: ["test/fixed-seed.ts"],
    sequence: { sequencer: StoryFirst },
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
