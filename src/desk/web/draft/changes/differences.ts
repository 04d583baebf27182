import {askJson, Refused} from "../../api.ts";

/** What a text is held against. */
export const againsts = ["approval", "program", "previous", "published"] as const;
export type Against = (typeof againsts)[number] | number;

/** The newest text beside another, with what differs by number. */
export interface Differences {
  readonly against: {
    readonly draft: string;
    readonly revision: number;
    readonly at: string;
    readonly by: string;
  };
  readonly revision: number;
  readonly base: string;
  readonly text: string;
  readonly figures: readonly {
    readonly id: string;
    readonly name: string;
    readonly was?: string;
    readonly is?: string;
    readonly turned: boolean;
  }[];
}

/** Null: there is nothing to hold it against. */
export async function differences(
  draft: string,
  against: Against,
  signal?: AbortSignal,
): Promise<Differences | null> {
  const path = `/api/drafts/${encodeURIComponent(draft)}/differences?against=${against}`;
  return askJson<Differences>(path, signal && {signal}).catch((error: unknown) => {
    if (error instanceof Refused && error.status === 404) return null;
    throw error;
  });
}
