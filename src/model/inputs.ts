import type {Evidence} from "./evidence.ts";

type Figure = Evidence["figures"][number];

/** What the formulas of those take in and is not among them, also by way of others. */
export function behindOf(shown: readonly Figure[], byId: ReadonlyMap<string, Figure>): Figure[] {
  const [seen, found] = [new Set(shown.map(({id}) => id)), [] as Figure[]];
  const visit = ({origin}: Figure) => {
    for (const input of "inputs" in origin ? origin.inputs : []) {
      const figure = byId.get(input);
      if (!figure || seen.has(input)) continue;
      seen.add(input);
      found.push(figure);
      visit(figure);
    }
  };
  for (const figure of shown) visit(figure);
  return found;
}
