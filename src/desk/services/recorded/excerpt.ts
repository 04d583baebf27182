import type {Stretch} from "../anchor.ts";

export interface Excerpt {
  /** Counted from 1. */
  readonly line: number;
  /** The line, or as much of a long one as stands around the place. */
  readonly text: string;
  /** The place in it. */
  readonly from: number;
  readonly to: number;
  readonly before: string[];
  readonly after: string[];
}

/** As much of a line as anybody reads. */
const most = 240;
/** Lines before and after. */
const beside = 2;

/** The line in which a place begins, with its neighbours. */
export function excerptAt(text: string, {from, to}: Stretch): Excerpt {
  const start = text.lastIndexOf("\n", from - 1) + 1;
  const end = endOfLine(text, from);
  const line = text.slice(start, end).replace(/\r$/, "");
  const cut = Math.max(0, Math.min(from - start - most / 3, line.length - most));
  const shown = line.slice(cut, cut + most);
  const head = cut > 0 ? "…" : "";
  const tail = cut + most < line.length ? "…" : "";
  const at = (place: number) => Math.min(place - start - cut, shown.length) + head.length;
  return {
    line: count(text, start) + 1,
    text: head + shown + tail,
    from: at(from),
    to: at(Math.min(to, end)),
    before: linesBefore(text, start),
    after: linesAfter(text, end),
  };
}

function count(text: string, until: number): number {
  let lines = 0;
  for (let at = text.indexOf("\n"); at >= 0 && at < until; at = text.indexOf("\n", at + 1)) lines++;
  return lines;
}

const endOfLine = (text: string, from: number) => {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
};

const shortened = (line: string) => {
  const whole = line.replace(/\r$/, "");
  return whole.length > most ? `${whole.slice(0, most)}…` : whole;
};

function linesBefore(text: string, start: number): string[] {
  const lines: string[] = [];
  for (let end = start - 1; end > 0 && lines.length < beside; ) {
    const begin = text.lastIndexOf("\n", end - 1) + 1;
    lines.unshift(shortened(text.slice(begin, end)));
    end = begin - 1;
  }
  return lines;
}

function linesAfter(text: string, end: number): string[] {
  const lines: string[] = [];
  for (let begin = end + 1; begin < text.length && lines.length < beside; ) {
    const stop = endOfLine(text, begin);
    lines.push(shortened(text.slice(begin, stop)));
    begin = stop + 1;
  }
  return lines;
}
