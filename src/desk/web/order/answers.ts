import type {Locale} from "../../../model/locale.ts";

/** `GET /api/coins` */
export interface Coins {
  readonly coins: readonly Coin[];
  /** Whether the live source's list is at hand: where not, an id that is not found may be right. */
  readonly liveListed: boolean;
}
export interface Coin {
  readonly id: string;
  readonly symbol: string;
  readonly name: string;
  readonly data: readonly string[];
  readonly live: boolean;
}

/** `GET /api/order-choices` */
export interface Choices {
  readonly sources: readonly {
    readonly name: string;
    readonly needsData: boolean;
    readonly nowOnly: boolean;
    readonly scans: boolean;
  }[];
  readonly data: readonly string[];
  readonly locales: readonly Locale[];
  readonly templates: readonly string[];
  readonly defaults: {
    readonly source: string;
    readonly data?: string;
    readonly locale: string;
    readonly template: string;
  };
}
