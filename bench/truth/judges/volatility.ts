import {type Judge, reading, verdict} from "../judge.ts";
import {agrees} from "../printed.ts";

/** How different two volatilities are of which one is higher in words, and how alike where they are steady. */
const steady = 0.15;

export const volatility: Judge = {
  subject: "volatility",
  readings: [
    reading(
      [
        "(?<how>calmer|livelier|steady)[:,] (?:volatility |at )?{near:pct} a year over the last {short:count} days(?:,| and) {far:pct} over {long:count}(?:\\. Bitcoin’s over the longer span was {bench:pct})?",
        "swings (?<how>more|less|about as it did)(?: than it did)?: volatility {near:pct} a year over the last {short:count} days, {far:pct} over {long:count}(?:, where Bitcoin had {bench:pct})?",
        "(?<how>calmed down|swings more): volatility of {near:pct} a year over {short:count} days, {far:pct} over {long:count}",
        "Volatility (?<how>up|down) to {near:pct} a year over {short:count} days, from {far:pct} over {long:count}",
        "Whether the (?<how>calm) lasts: volatility is {near:pct} a year over the shorter span, {far:pct} over the longer",
        "Whether volatility, {near:pct} a year over the shorter span, (?<how>falls back) to the {far:pct} of the longer",
      ],
      [
        "(?<how>sakinleşti|daha oynak hâle geldi|oynaklığı pek değişmedi); (?:yıllık oynaklık |yıllık olarak )?son {short:count} günde {near:pct}, son {long:count} günde {far:pct}(?:\\. Bitcoin’de uzun dönemin oynaklığı {bench:pct})?",
        "(?<how>eskisinden çok oynuyor|eskisinden az oynuyor|oynaklığı pek değişmedi): (?:yıllık oynaklık|yıllık olarak) son {short:count} günde {near:pct}, son {long:count} günde {far:pct}(?:; uzun dönemde Bitcoin’de {bench:pct})?",
        "oynaklığı (?<how>azaldı|arttı): son {short:count} günde yıllık {near:pct}, son {long:count} günde {far:pct}",
        "(?<how>Sakinlik) sürecek mi: yıllık oynaklık son {short:count} günde {near:pct}, son {long:count} günde {far:pct}",
        "Yıllık oynaklık (?<how>uzun dönemin düzeyine inecek mi): son {short:count} günde {near:pct}, son {long:count} günde {far:pct}",
        "^Yıllık oynaklık son {short:count} günde {near:pct}, son {long:count} günde {far:pct}",
      ],
      (found, facts) => {
        const [short, long] = found.has("short")
          ? [found.count("short"), found.count("long")]
          : [30, 90];
        const near = facts.volatility(short);
        // A record with gaps: so many returns may be those of the last 90 days.
        const far = facts.volatility(facts.returnsIn(90) === long ? 90 : long);
        if (near === undefined || far === undefined) return verdict("figure", undefined);
        const how = found.word("how");
        const ratio = near / far;
        const shown = `${(100 * near).toFixed(1)} % over ${facts.returnsIn(short)} days, ${(100 * far).toFixed(1)} % over ${facts.returnsIn(long)}`;
        const verdicts = [
          verdict("figure", agrees(found.figure("near"), near), shown),
          verdict("figure", agrees(found.figure("far"), far), shown),
        ];
        if (found.has("long")) verdicts.push(verdict("span", facts.returnsIn(90) >= long, shown));
        if (how !== "")
          verdicts.push(
            verdict(
              "comparison",
              /steady|about|pek/.test(how)
                ? Math.abs(Math.log(ratio)) < steady
                : /calm|down|less|[Ss]akin|azaldı|eskisinden az/.test(how)
                  ? ratio < 0.95
                  : ratio > 1.05,
              shown,
            ),
          );
        if (found.has("bench")) {
          const theirs = facts.volatility(long, facts.last, facts.benchmark);
          verdicts.push(
            theirs === undefined
              ? verdict("figure", undefined)
              : verdict("figure", agrees(found.figure("bench"), theirs), theirs),
          );
        }
        return verdicts;
      },
    ),
    reading(
      [
        "volatility was {far:pct} a year over the last {long:count} days",
        "^Volatility(?:, a year| \\(annualised[^)]*\\)): {far:pct} over the last {long:count} days",
      ],
      [
        "oynaklığı son {long:count} günde(?: yıllık)? {far:pct}",
        "^Yıllık oynaklık: {far:pct}, son {long:count} gün",
      ],
      (found, facts) => {
        const long = found.count("long");
        const far = facts.volatility(facts.returnsIn(90) === long ? 90 : long);
        return far === undefined
          ? verdict("figure", undefined)
          : verdict("figure", agrees(found.figure("far"), far), far);
      },
    ),
  ],
};
