import {signal} from "@preact/signals";
import type {z} from "zod";
import type {coinsSchema} from "../../api/choicesShapes.ts";
import {askJson} from "../api.ts";

type Coins = Pick<z.output<typeof coinsSchema>, "coins">;

const find = (id: string) => askJson<Coins>(`/api/coins?q=${encodeURIComponent(id)}`);

/** Coins by their names, as far as the desk knows them: each is asked for once. */
export function openNames(ask: (id: string) => Promise<Coins> = find) {
  const known = signal<ReadonlyMap<string, string>>(new Map());
  const asked = new Set<string>();
  const learn = async (id: string) => {
    const {coins} = await ask(id);
    const name = coins.find(coin => coin.id === id)?.name;
    if (name !== undefined) known.value = new Map(known.peek()).set(id, name);
  };
  /** Its name; the id until that is known, and where it is not. */
  return (id: string): string => {
    if (!asked.has(id)) {
      asked.add(id);
      // Without an answer the id says it, too.
      void learn(id).catch(() => {});
    }
    return known.value.get(id) ?? id;
  };
}

export const coinName = openNames();
