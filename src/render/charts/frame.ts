/**
 * How wide a chart is drawn, in px. Letters are as large in one as in the other: the narrow one is
 * for a phone, which would show those of the wide one too small to be read.
 */
export interface Frame {
  readonly name: "wide" | "narrow";
  readonly width: number;
}

export const wide: Frame = {name: "wide", width: 680};
export const narrow: Frame = {name: "narrow", width: 320};

export const fontFamily = "Inter, Helvetica, Arial, sans-serif";
export const fontSize = {tick: 11, label: 11.5, title: 12};
