import type { BenchRow } from "./bench-row.ts";
import { benchKernels } from "./change/kernels.ts";
import { benchOpticalKinds } from "./change/optical-kinds.ts";
import { benchPairs } from "./change/pairs.ts";
import { benchRadarKinds } from "./change/radar-kinds.ts";
import { benchRadarPairs } from "./change/radar-pairs.ts";
import { benchReplay } from "./change/replay.ts";
import { benchStacks } from "./change/stacks.ts";

/** What the comparison of pictures finds where the truth is known, how often it is wrong, and how long it takes. */
export async function benchChange(): Promise<BenchRow[]> {
  return [
    ...benchPairs(),
    ...benchOpticalKinds(),
    ...benchRadarPairs(),
    ...benchRadarKinds(),
    ...benchStacks(),
    ...benchReplay(),
    ...benchKernels(),
  ];
}

if (import.meta.main) console.table(await benchChange());
