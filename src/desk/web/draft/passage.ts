/** A passage of the text, in UTF-16 code units. */
export interface Passage {
  readonly from: number;
  readonly to: number;
}
