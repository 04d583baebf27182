/** Width of every chart, in px. */
export const width = 680;

export const fontFamily = "Inter, Helvetica, Arial, sans-serif";
export const fontSize = {tick: 11, label: 11.5, title: 12};

/**
 * Told apart in print without colour, too: lines by dash, areas by lightness, dots by shape.
 * Whatever carries data stands out from white by 3:1 or has an edge that does.
 */
export const color = {
  ink: "#1c1d21",
  muted: "#5b5f68",
  grid: "#dddfe3",
  zero: "#6b7079",
  line: "#0f4c81",
  bars: "#7a8fa6",
  accent: "#b3400e",
  edge: "#6c8fb0",
  outer: "#dde8f2",
  middle: "#b4cde3",
  inner: "#7fa8cd",
  center: "#0a2f52",
  white: "#ffffff",
};
