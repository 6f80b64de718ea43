/** What the record's attribution codes mean, doubt included. */
const MEANINGS: Readonly<Record<string, string>> = {
  self: "claimed by the actor itself",
  official: "stated by a government or authority",
  attributed: "attributed by investigators or several sources",
  osint: "by open-source analysts",
  suspected: "suspected, not established",
  alleged: "alleged, not established",
  unattributed: "nobody has been named",
  other_actor: "laid to another actor",
  ruled_accident: "ruled an accident",
};

/** An attribution in words; a code of another watch is shown as it stands. */
export function attributionText(attribution: string): string {
  return MEANINGS[attribution] ?? attribution.replaceAll("_", " ");
}
