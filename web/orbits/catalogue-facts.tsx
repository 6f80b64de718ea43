import type { OrbitReply } from "../../src/api/contract.ts";

const TITLES: Readonly<Record<string, string>> = { satcat: "SATCAT", gcat: "GCAT" };

/** Owner, launch and end of an object as a stored satellite catalogue has them. */
export function CatalogueFacts({ entry }: Pick<OrbitReply, "entry">) {
  if (entry === null) return null;
  const { designator, owner, launchedOn, launchSite, decayedOn, catalogue } = entry;
  const facts = [
    designator,
    owner && `owner ${owner}`,
    launchedOn && `launched ${launchedOn}${launchSite ? ` from ${launchSite}` : ""}`,
    decayedOn && `decayed ${decayedOn}`,
  ].filter(Boolean);
  return (
    <p className="quiet">
      {facts.join(" · ")} ({TITLES[catalogue] ?? catalogue})
    </p>
  );
}
