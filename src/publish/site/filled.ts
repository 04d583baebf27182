/**
 * A wording with its places filled.
 *
 * @example filled("{count} notes on {name}", {count: 3, name: "A"}) // "3 notes on A"
 */
export function filled(wording: string, places: Readonly<Record<string, string | number>>): string {
  return wording.replace(/\{(\w+)\}/g, (whole, name: string) => String(places[name] ?? whole));
}
