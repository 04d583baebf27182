import type {Fault} from "../model/fault.ts";
import {placesOf} from "./places.ts";

/**
 * Whether a text is another with suggestions of the check taken as they stand, and with nothing else
 * changed: then it has no words that somebody thought of.
 *
 * @example onlySuggestions("It rose 8.4 %.", [], "It rose 8.4 %!") // false
 */
export function onlySuggestions(before: string, faults: readonly Fault[], after: string): boolean {
  const {offset} = placesOf(before);
  const open = faults.map(fault => ({...fault, at: offset(fault)})).toSorted((a, b) => a.at - b.at);
  const past = (piece: string) => (place: number) =>
    after.startsWith(piece, place) ? [place + piece.length] : [];
  // How far it has been followed in the text after, by whichever suggestions were taken.
  let places = new Set([0]);
  let from = 0;
  for (const {at, text, suggestion} of open) {
    if (suggestion === undefined || at < from || !before.startsWith(text, at)) continue;
    const here = [...places].flatMap(past(before.slice(from, at)));
    places = new Set(here.flatMap(place => [...past(text)(place), ...past(suggestion)(place)]));
    from = at + text.length;
  }
  return [...places].flatMap(past(before.slice(from))).includes(after.length);
}
