/**
 * The colours of charts, on light and on dark ground. One means the coin, and its tints what may
 * become of it; all else is quiet. They are told apart in print without colour, too: lines by dash,
 * areas by lightness, dots by shape. Whatever carries data stands out from its ground by 3:1 or has
 * an edge that does.
 */
const colours = {
  ink: ["#1c1d21", "#e7e9ec"],
  muted: ["#5b5f68", "#a4abb3"],
  grid: ["#dddfe3", "#313840"],
  axis: ["#6b7079", "#8b939c"],
  quiet: ["#8a929c", "#7d858f"],
  coin: ["#0b5cab", "#74b6ea"],
  edge: ["#6c8fb0", "#6f9cc2"],
  outer: ["#dde8f2", "#1a2937"],
  middle: ["#b4cde3", "#274159"],
  inner: ["#7fa8cd", "#3a658b"],
  centre: ["#0a2f52", "#b5d8f4"],
  ground: ["#ffffff", "#101418"],
} as const satisfies Record<string, readonly [light: string, dark: string]>;

type Name = keyof typeof colours;

/** As a picture of its own is drawn: on its own light ground. */
export const color = Object.fromEntries(
  Object.entries(colours).map(([name, [light]]) => [name, light]),
) as Readonly<Record<Name, string>>;

const names = new Map(Object.entries(colours).map(([name, [light]]) => [light as string, name]));

/** The colours as properties of a page, which follow its colour scheme. */
export const chartColours = `:root{${Object.entries(colours)
  .map(([name, [light, dark]]) => `--chart-${name}:light-dark(${light},${dark})`)
  .join(";")}}`;

/** A chart of ours that takes its colours from the page that it stands in. */
export const inPageColours = (svg: string): string =>
  svg.replace(/="(#[\da-f]{6})"/g, (whole, colour: string) => {
    const name = names.get(colour);
    return name === undefined ? whole : `="var(--chart-${name})"`;
  });
