/** Words that may open a sentence with a capital letter without naming anything. */
export const OPENING_WORDS: ReadonlySet<string> = new Set(
  `a about above after again against all almost also although among an and another any as at because before
  behind below between both but by can days despite during each earlier even every few fewer finally first for
  four from further half hardly here how however if in indicators instead into it its it's last later less like
  little many may meanwhile more most much neither never new no nobody none nor not nothing now observations of
  on once one only or other others otherwise our over overall per reporting reports several since six so some
  still such ten than that the their them then there these they this those three through thus to together two
  under unless until unlike up upon warnings was we were what whatever when where whereas whether which while
  who whose why will with within without yet five seven eight nine sources evidence scenarios quiet looking unknown next asked likeliest`.split(
    /\s+/,
  ),
);
