/** Minutes east of UTC of the zone names that feeds use (RFC 822, and the usual others). */
const ZONE_MINUTES: Readonly<Record<string, number>> = {
  ...{
    z: 0,
    ut: 0,
    utc: 0,
    gmt: 0,
    wet: 0,
    bst: 60,
    cet: 60,
    cest: 120,
    eet: 120,
    eest: 180,
    msk: 180,
    мск: 180,
  },
  ...{
    est: -300,
    edt: -240,
    et: -300,
    cst: -360,
    cdt: -300,
    mst: -420,
    mdt: -360,
    pst: -480,
    pdt: -420,
    pt: -480,
  },
  ...{ jst: 540, kst: 540, hkt: 480, sgt: 480, aest: 600, aedt: 660 },
};

/** Minutes east of UTC that `+08:00`, `-0500`, `GMT+3` or a zone name says, null for none known. */
export function zoneMinutes(text: string): number | null {
  const offset = /^(?:gmt|utc)?\s*([+\-−])(\d{1,2}):?(\d{2})?$/i.exec(text.trim());
  if (!offset) return ZONE_MINUTES[text.trim().toLowerCase()] ?? null;
  const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
  return minutes > 14 * 60 ? null : offset[1] === "+" ? minutes : -minutes;
}
