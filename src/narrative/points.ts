import type {Text} from "../model/text.ts";
import type {AngleKind, Story} from "./story.ts";

/** So many points a reader takes away. */
const most = 4;

/** The words that a language has for the points of a summary. */
export interface Points {
  readonly of: (angle: AngleKind) => Text;
  /** What is told where there is little news, in this order. */
  readonly turnover: Text;
  readonly quotes: Text;
}

/** What to take away, in the order of its weight; what the data lack comes last. */
export function summaryPoints({angles: all}: Story, points: Points): Text[] {
  const told = all.filter(angle => angle !== "lacking");
  // What the tie to the benchmark does is never crowded out.
  const angles = told.indexOf("tie") >= most ? [...told.slice(0, most - 1), "tie" as const] : told;
  const news = angles.map(points.of).filter(text => text.length > 0);
  const quotes = angles.includes("unit") ? [] : points.quotes;
  const more = news.length < 3 ? [points.turnover, quotes] : [];
  const lacking = all.includes("lacking") ? [points.of("lacking")] : [];
  return [...news, ...more, ...lacking]
    .filter((text, i, texts) => text.length > 0 && texts.findIndex(one => same(one, text)) === i)
    .slice(0, most);
}

const same = (one: Text, other: Text) => JSON.stringify(one) === JSON.stringify(other);
