import type {Name} from "../model/text.ts";

/** Where a source asks to be found; CoinGecko's terms want the link beside the data. */
const homes: Readonly<Record<string, string>> = {CoinGecko: "https://www.coingecko.com"};

/** The names for a line under an exhibit: "Data (a)" and "Data (b, a)" as "Data (a, b)". */
export function sourceNames(sources: readonly string[]): Name[] {
  const parts = new Map<string, Set<string>>();
  for (const source of sources) {
    const [, name, details] = /^(.*?)(?: \(([^()]*)\))?$/.exec(source)!;
    const known = parts.get(name!) ?? new Set();
    for (const detail of details?.split(", ") ?? []) known.add(detail);
    parts.set(name!, known);
  }
  return [...parts].map(([base, details]) => {
    const name = details.size ? `${base} (${[...details].join(", ")})` : base;
    const href = homes[name];
    return href ? {name, href} : {name};
  });
}
