import type { Route } from "./route.ts";
import { acknowledge } from "./routes/acknowledge.ts";
import { approaches } from "./routes/approaches.ts";
import { alignment } from "./routes/alignment.ts";
import { behaviour } from "./routes/behaviour.ts";
import { belt } from "./routes/belt.ts";
import { assessment } from "./routes/assessment.ts";
import { brief } from "./routes/brief.ts";
import { contribute } from "./routes/contribute.ts";
import { contributions } from "./routes/contributions.ts";
import { feeds } from "./routes/feeds.ts";
import { explain } from "./routes/explain.ts";
import { law } from "./routes/law.ts";
import { observation } from "./routes/observation.ts";
import { observations } from "./routes/observations.ts";
import { decide } from "./routes/decide-opinion.ts";
import { placedObservations } from "./routes/placed-observations.ts";
import { opinions } from "./routes/opinions.ts";
import { orbit } from "./routes/orbit.ts";
import { orbits } from "./routes/orbits.ts";
import { outlook } from "./routes/outlook.ts";
import { exposure } from "./routes/exposure.ts";
import { activity } from "./routes/activity.ts";
import { partnership } from "./routes/partnership.ts";
import { collectionPlan } from "./routes/collection-plan.ts";
import { requirements } from "./routes/requirements.ts";
import { scoreboard } from "./routes/scoreboard.ts";
import { session, signIn, signOut } from "./routes/session.ts";
import { sources } from "./routes/sources.ts";
import { sourcesLedger } from "./routes/sources-ledger.ts";
import { timeline } from "./routes/timeline.ts";
import { reports } from "./routes/reports.ts";
import { review } from "./routes/review.ts";
import { reactions } from "./routes/reactions.ts";
import { picture } from "./routes/picture.ts";
import { sitePasses } from "./routes/site-passes.ts";
import { sitePictures } from "./routes/site-pictures.ts";
import { sites } from "./routes/sites.ts";
import { vet } from "./routes/vet-contribution.ts";
import { warnings } from "./routes/warnings.ts";
import { watch } from "./routes/watch.ts";

/** Every route of the contract but the description itself, which is made from these. */
export const ROUTES: readonly Route[] = [
  watch,
  assessment,
  observations,
  placedObservations,
  observation,
  reports,
  review,
  opinions,
  decide,
  explain,
  exposure,
  partnership,
  activity,
  requirements,
  collectionPlan,
  outlook,
  timeline,
  alignment,
  law,
  reactions,
  warnings,
  acknowledge,
  brief,
  orbits,
  orbit,
  behaviour,
  belt,
  sites,
  sitePasses,
  sitePictures,
  picture,
  sources,
  sourcesLedger,
  contributions,
  contribute,
  vet,
  ...feeds,
  scoreboard,
  approaches,
  session,
  signIn,
  signOut,
];
