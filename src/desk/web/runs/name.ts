import type {Run} from "../../api/shapes.ts";

/** What a run is of: its schedule, or the coins that were ordered. */
export const nameOf = ({schedule, coin, notes}: Run, otherwise: string): string =>
  schedule ?? coin ?? (notes.length > 0 ? notes.map(({coin}) => coin).join(", ") : otherwise);
