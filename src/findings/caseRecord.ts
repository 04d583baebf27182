import type {Horizon} from "../model/order.ts";

/** How often cases made this way held in the past, at one horizon; shares are fractions. */
export interface HorizonRecord {
  readonly forecasts: number;
  /** Shares of closes inside the middle half and the middle four fifths of the outcomes. */
  readonly coverage50: number;
  readonly coverage80: number;
  /** Shares of closes in the range of the bear case and of the bull case; 0.25 is right. */
  readonly bear: number;
  readonly bull: number;
  /** 1 − CRPS of log returns over that of a driftless lognormal of one-year volatility. */
  readonly crpsSkill: number;
}

/** What `bench:calibration` measured, over every coin and day of the recorded prices. */
export interface CaseRecord {
  readonly coins: number;
  /** The first and last day a forecast was made on. */
  readonly from: string;
  readonly until: string;
  readonly horizons: Readonly<Record<Horizon, HorizonRecord>>;
}

/**
 * Made by `npm run bench:calibration`, which prints it anew and beside this one. To be
 * remade whenever `caseOutcomes` changes. Forecasts overlap and coins move together, so
 * the number of forecasts is far above that of independent ones.
 */
export const caseRecord: CaseRecord = {
  coins: 183,
  from: "2014-05-10",
  until: "2026-07-21",
  horizons: {
    30: {
      forecasts: 19_994,
      coverage50: 0.5,
      coverage80: 0.792,
      bear: 0.261,
      bull: 0.238,
      crpsSkill: 0.021,
    },
    90: {
      forecasts: 19_254,
      coverage50: 0.512,
      coverage80: 0.797,
      bear: 0.257,
      bull: 0.23,
      crpsSkill: 0.026,
    },
    365: {
      forecasts: 15_900,
      coverage50: 0.507,
      coverage80: 0.796,
      bear: 0.257,
      bull: 0.234,
      crpsSkill: 0.045,
    },
  },
};
