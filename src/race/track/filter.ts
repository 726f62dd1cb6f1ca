/**
 * A constant-velocity Kalman filter along the road: distance, speed, and how sure of each. It follows a steady pace
 * without lag; what it cannot know, the next acceleration, is `ACCELERATION`.
 */
export interface RiderMotion {
  distanceM: number;
  speedMps: number;
  /** Covariance: distance, distance with speed, speed. */
  pdd: number;
  pdv: number;
  pvv: number;
  /** For how long the fixes have been surprising. */
  strainS: number;
}

/** Spectral density of a rider's accelerations, m2/s3: a pace changes by a metre a second within eight seconds. */
const ACCELERATION = 0.12;
/** Variance of a fix along the road: the receivers of a real stage err by 4 to 6 m across it. */
const FIX_M2 = 30;
/** Their error drifts: fixes nearer in time than this share it, and tell less each. */
export const DRIFT_S = 4;
/** Variance of a tracker's own speed. */
const OWN_SPEED_M2S2 = 2.5;
export const FASTEST_MPS = 33.3;

export const noMotion = (): RiderMotion => ({ distanceM: 0, speedMps: 0, pdd: 0, pdv: 0, pvv: 0, strainS: 0 });

export function begin(distanceM: number, speedKph: number | null): RiderMotion {
  return {
    distanceM,
    speedMps: speedKph === null ? 8 : Math.min(FASTEST_MPS, speedKph / 3.6),
    pdd: FIX_M2,
    pdv: 0,
    pvv: speedKph === null ? 36 : 2 * OWN_SPEED_M2S2,
    strainS: 0,
  };
}

/** Writes into `to` what is expected after `dtS` seconds. */
export function predict(from: RiderMotion, dtS: number, to: RiderMotion): void {
  to.distanceM = from.distanceM + from.speedMps * dtS;
  to.speedMps = from.speedMps;
  to.pdd = from.pdd + 2 * dtS * from.pdv + dtS * dtS * from.pvv + (ACCELERATION * dtS * dtS * dtS) / 3;
  to.pdv = from.pdv + dtS * from.pvv + (ACCELERATION * dtS * dtS) / 2;
  to.pvv = from.pvv + ACCELERATION * dtS;
  to.strainS = from.strainS;
}

/** Variance of a fix so long after the one before. One far from the line of the road is worth less along it, too. */
const fixVariance = (crossM: number, dtS: number): number =>
  (FIX_M2 + 0.1 * crossM * crossM) * Math.max(1, DRIFT_S / dtS);

/** How surprising a fix is, in squared standard deviations. */
export function surprise(expected: RiderMotion, distanceM: number, crossM: number, dtS: number): number {
  const offM = distanceM - expected.distanceM;
  return (offM * offM) / (expected.pdd + fixVariance(crossM, dtS));
}

/** Beyond this either the fix is wrong or the pace has changed in a way that was not expected. */
const SURPRISING = 9;
/** What lasts longer than this is no error of a receiver. */
const STRAIN_S = 4;

/**
 * Writes into `to` what is known after the fix; `dtS` is how long ago the one before was. A surprising fix counts
 * little at first; when surprises last, the pace has changed, and the filter opens up and follows.
 */
export function correct(
  expected: RiderMotion,
  distanceM: number,
  crossM: number,
  speedKph: number | null,
  dtS: number,
  to: RiderMotion,
): void {
  const offM = distanceM - expected.distanceM;
  let { pdd, pdv, pvv } = expected;
  let variance = fixVariance(crossM, dtS);
  const surprising = surprise(expected, distanceM, crossM, dtS);
  to.strainS = surprising > SURPRISING ? expected.strainS + dtS : 0;
  if (to.strainS > STRAIN_S) {
    pdd += offM * offM;
    pdv += (offM * offM) / dtS;
    pvv += (offM * offM) / (dtS * dtS);
  } else if (surprising > SURPRISING) variance *= surprising / SURPRISING;
  const gainD = pdd / (pdd + variance);
  const gainV = pdv / (pdd + variance);
  to.distanceM = expected.distanceM + gainD * offM;
  to.speedMps = expected.speedMps + gainV * offM;
  to.pvv = pvv - gainV * pdv;
  to.pdv = pdv * (1 - gainD);
  to.pdd = pdd * (1 - gainD);
  if (speedKph !== null) hearSpeed(to, speedKph / 3.6);
  to.speedMps = Math.min(FASTEST_MPS, Math.max(0, to.speedMps));
}

/** Takes the tracker's own speed into account, unless it contradicts the fixes. */
function hearSpeed(m: RiderMotion, speedMps: number): void {
  const off = speedMps - m.speedMps;
  const variance = m.pvv + OWN_SPEED_M2S2;
  if ((off * off) / variance > SURPRISING) return;
  const gainV = m.pvv / variance;
  const gainD = m.pdv / variance;
  m.distanceM += gainD * off;
  m.speedMps += gainV * off;
  m.pdd -= gainD * m.pdv;
  m.pdv *= 1 - gainV;
  m.pvv *= 1 - gainV;
}
