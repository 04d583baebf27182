import {say, type Text} from "../../model/text.ts";
import {apart} from "../../narrative/pen.ts";
import type {Words} from "../../narrative/point.ts";
import type {CategoryRow, RangeRow, RangeTold} from "../../narrative/range.ts";

export const rangeSentences: Words<RangeTold> = {
  "range-end"({of, end, extreme, gap, width}, {pen, fixed}) {
    const side = end === "low" ? "above" : "below";
    const far = gap ? say`${pen.size(gap)} ${side}` : say`at`;
    const place =
      of === "day"
        ? say`It closed ${far} the day’s ${end}, ${pen.price(extreme)}`
        : say`The price stands ${far} the ${end} of the last ${pen.count(fixed.hours)} hours, ${pen.price(extreme)}`;
    return say`${place}; from low to high it was ${pen.size(width)}.`;
  },
  "range-back"({of, side, extreme, from, gap}, {pen, fixed}) {
    const within =
      of === "day" ? say`Within the day` : say`Within the last ${pen.count(fixed.hours)} hours`;
    const went = say`${within} it ${side === "below" ? "fell" : "rose"} as far as ${pen.price(extreme)}, ${pen.size(gap)} ${side}`;
    if (from === "price") return say`${went} where it ${of === "day" ? "closed" : "stands"}.`;
    const back = side === "below" ? "came back" : "gave that up again";
    return say`${went} where ${of === "day" ? "the day" : "they"} began, and ${back}.`;
  },
  "range-rare"({extent, width, median, days, precedent}, {pen}) {
    const own = say`From low to high the day spanned ${pen.size(width)}, against ${pen.size(median)} on the median of the ${pen.count(days)} days before`;
    switch (precedent.rank) {
      case "none":
        return say`${own}; none of them was as ${extent}.`;
      case "few":
        return say`${own}; ${pen.counted(precedent.beyond)} of them ${precedent.beyond.value === 1 ? "was" : "were"} as ${extent}.`;
      case "since":
        return say`${own}; it had not been as ${extent} since ${pen.day(precedent.last)}.`;
    }
  },
};

export const rangeRows: Words<RangeRow | CategoryRow, readonly [Text, Text, Text]> = {
  range({of, low, high, width, usual}, {pen, fixed}) {
    const [bottom, top] = apart([low, high], pen.price);
    return [
      of === "day"
        ? say`Low and high of the day`
        : say`Low and high, ${pen.count(fixed.hours)} hours`,
      say`${bottom} to ${top}`,
      usual
        ? say`${pen.size(width)} apart; ${pen.size(usual.median)} on the median of ${pen.count(usual.days)} days`
        : say`${pen.size(width)} apart`,
    ];
  },
  "category-own": ({category, listed, source}, {pen}) => [
    say`${pen.name(category.name)}, its coins together, a day`,
    say`${pen.change(category.change)}`,
    say`one of ${pen.counted(listed)} categories that ${pen.name(source)} lists as trending`,
  ],
  "categories-listed": ({listed, first, last, source}, {pen}) => [
    say`Categories that ${pen.name(source)} lists as trending`,
    say`${pen.count(listed)}`,
    say`from ${pen.name(first.name)}, ${pen.change(first.change)} in a day, to ${pen.name(last.name)}, ${pen.change(last.change)}; whether the coin is in one is not recorded`,
  ],
};
