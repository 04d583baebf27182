import {signal} from "@preact/signals";

/** What an order begins with. */
export interface Wish {
  readonly coin?: string;
  readonly source?: string;
  readonly data?: string;
  readonly asOf?: string;
  /** It is ordered without being asked for more. */
  readonly now?: boolean;
}

/** While a note is being ordered: what with. */
export const ordering = signal<Wish | undefined>(undefined);
