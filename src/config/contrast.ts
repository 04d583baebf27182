import type {Colours} from "../model/house.ts";

/** As `page.css` has them. */
const own: Required<Colours> = {
  ink: "#16191d",
  soft: "#545a62",
  accent: "#0b4a6f",
  tint: "#f3f5f6",
  alarm: "#9a1b1b",
};

/** WCAG 2, level AA, for text of any size. */
const least = 4.5;

/** Where text stands on a ground; the one that is named first is spoken of. */
const pairs = (all: Required<Colours>) => [
  {name: "ink", words: all.ink, ground: "#ffffff", on: "white"},
  {name: "soft", words: all.soft, ground: "#ffffff", on: "white"},
  {name: "accent", words: all.accent, ground: "#ffffff", on: "white"},
  {name: "alarm", words: "#ffffff", ground: all.alarm, on: "under white words"},
  {name: "tint", words: all.ink, ground: all.tint, on: `under the ink ${all.ink}`},
  {name: "tint", words: all.accent, ground: all.tint, on: `under the accent ${all.accent}`},
];

/** Every pair of the house's colours that is too faint to be read, with one that would do. */
export function faintColours(colours: Colours): {readonly name: string; readonly says: string}[] {
  const faint = pairs({...own, ...colours}).filter(
    ({words, ground}) => contrast(words, ground) < least,
  );
  // A colour that is too faint on white says nothing of the tint.
  const reported = faint.filter(
    ({name, words}) =>
      name !== "tint" || !faint.some(one => one.on === "white" && one.words === words),
  );
  return reported.map(({name, words, ground, on}) => ({
    name,
    says: `its contrast ${on === "white" ? "on white" : on} is ${rounded(contrast(words, ground))}:1, and text needs ${least}:1 (WCAG AA): ${better(name, words, ground)} would do`,
  }));
}

/** Rounded down: what fails by a hair must not read as if it passed. */
const rounded = (ratio: number) => (Math.floor(ratio * 100) / 100).toFixed(2);

/** The colour, darkened step by step until the pair can be read; a tint is made lighter. */
function better(name: string, words: string, ground: string): string {
  const towards = name === "tint" ? 255 : 0;
  const moved = name === "tint" || name === "alarm" ? ground : words;
  const steps = Array.from({length: 51}, (_, step) => mixed(moved, towards, step / 50));
  const passes = (one: string) =>
    (name === "tint" || name === "alarm" ? contrast(words, one) : contrast(one, ground)) >= least;
  return steps.find(passes) ?? (towards ? "#ffffff" : "#000000");
}

const mixed = (colour: string, towards: number, share: number) =>
  `#${channels(colour)
    .map(one => Math.round(one + (towards - one) * share))
    .map(one => one.toString(16).padStart(2, "0"))
    .join("")}`;

/**
 * The contrast of two colours by WCAG 2: from 1 for the same to 21 for black on white.
 *
 * @example contrast("#000000", "#ffffff") // 21
 * @example contrast("#777777", "#ffffff") // 4.478089453577214
 */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [
    number,
    number,
  ];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = channels(colour).map(linear) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const linear = (channel: number) => {
  const value = channel / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};

const channels = (colour: string) =>
  [1, 3, 5].map(place => Number.parseInt(colour.slice(place, place + 2), 16));
