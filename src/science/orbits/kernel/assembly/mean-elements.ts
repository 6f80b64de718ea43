import * as R from "../../sgp4/row";
import { add, both, mul, mulAdd, mulSub, sub } from "./lanes";
import { lunarSolarPeriodics } from "./lunar-solar-periodics";
import * as E from "./mean-now";
import { coefficient, mean, scalar, setMean } from "./mean-now";
import { refuseUnless } from "./refusals";
import { resonate } from "./resonate";
import { sine, sineCosine, cosine } from "./sine-cosine";
import { DECAYED, MEAN_ECCENTRICITY } from "../../sgp4/error-number";

/** Mean elements at the two times in T: secular rates, drag, and in deep space what Sun, Moon and resonance do. */
export function meanElements(row: usize): void {
  const kind = <i32>scalar(row, R.KIND);
  secular(row);
  if (kind === R.NEAR) fullDrag(row);
  else if (kind === R.DEEP) deepSecular(row);
  const tempa = mean(E.TEMPA);
  refuseUnless(f64x2.gt(tempa, both(0)), DECAYED);
  setMean(E.AXIS, mul(mean(E.AXIS), mul(tempa, tempa)));
  const em = sub(mean(E.ECC), mean(E.TEMPE));
  refuseUnless(v128.and(f64x2.lt(em, both(1)), f64x2.ge(em, both(-0.001))), MEAN_ECCENTRICITY);
  setMean(E.ECC, f64x2.max(em, both(1e-6)));
  setMean(E.M, mulAdd(coefficient(row, R.NO), mean(E.TEMPL), mean(E.M)));
  if (kind === R.DEEP) lunarSolarPeriodics(row);
}

function secular(row: usize): void {
  const t = mean(E.T);
  setMean(E.M, mulAdd(coefficient(row, R.MDOT), t, coefficient(row, R.MO)));
  setMean(E.ARGP, mulAdd(coefficient(row, R.ARGPDOT), t, coefficient(row, R.ARGPO)));
  const nodeRate = mulAdd(coefficient(row, R.NODECF), t, coefficient(row, R.NODEDOT));
  setMean(E.NODE, mulAdd(nodeRate, t, coefficient(row, R.NODEO)));
  setMean(E.ECC, coefficient(row, R.ECCO));
  setMean(E.INCL, coefficient(row, R.INCLO));
  setMean(E.SINI, coefficient(row, R.SINIO));
  setMean(E.COSI, coefficient(row, R.COSIO));
  setMean(E.AXIS, coefficient(row, R.AO));
  setMean(E.TEMPA, mulSub(coefficient(row, R.CC1), t, both(1)));
  setMean(E.TEMPE, mul(coefficient(row, R.BSTAR_CC4), t));
  setMean(E.TEMPL, mul(coefficient(row, R.T2COF), mul(t, t)));
}

/** The further terms in time of an orbit whose perigee is not low. */
function fullDrag(row: usize): void {
  const t = mean(E.T);
  const xmdf = mean(E.M);
  sineCosine(xmdf);
  const delm = mulAdd(coefficient(row, R.ETA), cosine(), both(1));
  const cubed = sub(mul(delm, mul(delm, delm)), coefficient(row, R.DELMO));
  const shift = mulAdd(coefficient(row, R.OMGCOF), t, mul(coefficient(row, R.XMCOF), cubed));
  const mm = add(xmdf, shift);
  setMean(E.M, mm);
  setMean(E.ARGP, sub(mean(E.ARGP), shift));
  const t2 = mul(t, t);
  const d34 = mulAdd(t, coefficient(row, R.D4), coefficient(row, R.D3));
  setMean(E.TEMPA, mulSub(t2, mulAdd(t, d34, coefficient(row, R.D2)), mean(E.TEMPA)));
  sineCosine(mm);
  const gained = sub(sine(), coefficient(row, R.SINMAO));
  setMean(E.TEMPE, mulAdd(coefficient(row, R.BSTAR_CC5), gained, mean(E.TEMPE)));
  const t45 = mulAdd(t, coefficient(row, R.T5COF), coefficient(row, R.T4COF));
  setMean(E.TEMPL, mulAdd(mul(t2, t), mulAdd(t, t45, coefficient(row, R.T3COF)), mean(E.TEMPL)));
}

function deepSecular(row: usize): void {
  const t = mean(E.T);
  setMean(E.ECC, mulAdd(coefficient(row, R.DEDT), t, mean(E.ECC)));
  setMean(E.INCL, mulAdd(coefficient(row, R.DIDT), t, mean(E.INCL)));
  setMean(E.ARGP, mulAdd(coefficient(row, R.DOMDT), t, mean(E.ARGP)));
  setMean(E.NODE, mulAdd(coefficient(row, R.DNODT), t, mean(E.NODE)));
  setMean(E.M, mulAdd(coefficient(row, R.DMDT), t, mean(E.M)));
  if (scalar(row, R.RESONANCE) !== R.NOT_RESONANT) resonate(row);
}
