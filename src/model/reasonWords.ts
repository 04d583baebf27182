import type {PublicationReason, Remedy, Silence, UnservedReceiver} from "./publicationReason.ts";

export type Of<Code extends PublicationReason["code"]> = Extract<PublicationReason, {code: Code}>;

/** The words of a language for why a publication is as it is. */
export interface ReasonWords {
  readonly foreign: (reason: Of<"foreign">) => string;
  readonly fixed: Readonly<Record<"removed" | "changed" | "hidden" | "late", string>>;
  readonly receivers: (reason: Of<"receivers">) => string;
  readonly answered: (label: string, status: number) => string;
  readonly remedies: Readonly<Record<Remedy, (key: string, minutes: number) => string>>;
  readonly silent: (label: string, why: string) => string;
  readonly silences: Readonly<Record<Silence, string>>;
  readonly unread: string;
  readonly failed: string;
}

const mostTold = 5;

/** Mail addresses, each with what its server has said. */
export function told(receivers: readonly UnservedReceiver[], more: string): string {
  const first = receivers
    .slice(0, mostTold)
    .map(({address, why}) => (why === undefined ? address : `${address} (${why})`));
  const rest = receivers.length - first.length;
  return [...first, ...(rest > 0 ? [`${rest} ${more}`] : [])].join(", ");
}
