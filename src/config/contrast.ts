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

interface Rule {
  readonly name: keyof Colours;
  /** What it must stand out from, each with how it is called. */
  readonly from: readonly (readonly [colour: string, called: string])[];
  /** Which way it moves to stand out more. */
  readonly towards: 0 | 255;
}

const white = ["#ffffff", "white"] as const;

/** A tint of the house's own answers for itself; ours is a ground that text has to keep to. */
function rules(colours: Colours): Rule[] {
  const {ink, accent} = {...own, ...colours};
  const grounds = colours.tint ? [white] : [white, [own.tint, `the tint ${own.tint}`] as const];
  const legible = [
    [ink, `the ink ${ink}`],
    [accent, `the accent ${accent}`],
  ] as const;
  const onTint = legible.filter(([colour]) => contrast(colour, "#ffffff") >= least);
  return [
    {name: "ink", from: grounds, towards: 0},
    {name: "soft", from: [white], towards: 0},
    {name: "accent", from: grounds, towards: 0},
    {name: "tint", from: colours.tint ? onTint : [], towards: 255},
    {name: "alarm", from: [["#ffffff", "white words"]], towards: 0},
  ];
}

/** Every colour of the house that makes text too faint to be read, with one that would do. */
export function faintColours(colours: Colours): {readonly name: string; readonly says: string}[] {
  return rules(colours).flatMap(rule => {
    const colour = {...own, ...colours}[rule.name];
    const faint = rule.from.find(([other]) => contrast(colour, other) < least);
    if (!faint) return [];
    const [other, called] = faint;
    const says = `its contrast with ${called} is ${rounded(contrast(colour, other))}:1, and text needs ${least}:1 (WCAG AA): ${better(colour, rule)} would do`;
    return [{name: rule.name, says}];
  });
}

/** Rounded down: what fails by a hair must not read as if it passed. */
const rounded = (ratio: number) => (Math.floor(ratio * 100) / 100).toFixed(2);

/** The colour, darker or lighter step by step until it stands out from all. */
function better(colour: string, {from, towards}: Rule): string {
  const steps = Array.from({length: 51}, (_, step) => mixed(colour, towards, step / 50));
  const clear = steps.find(one => from.every(([other]) => contrast(one, other) >= least));
  return clear ?? mixed(colour, towards, 1);
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
