import type {Evidence} from "../model/evidence.ts";
import type {StatementSentence} from "./statements.ts";

/** Names of one thing that no statement puts together. */
const aliases: ReadonlyMap<string, string> = new Map([
  ["btc", "bitcoin"],
  ["eth", "ethereum"],
  ["ether", "ethereum"],
]);

/** What is called so: a coin's name and its symbol call the same. */
export function entityNamed(name: string, note: Evidence["note"]): string {
  const called = name.toLowerCase();
  if (called === note.name.toLowerCase() || called === note.symbol.toLowerCase()) return note.asset;
  return aliases.get(called) ?? called;
}

/** Whom the note names where it prints a figure, by the figure's id; nobody where the sentence names none. */
export type Bearers = (figure: string) => ReadonlySet<string>;

/** Read from the note's own sentences, when it is first asked for. */
export function bearersOf(
  statements: readonly StatementSentence[],
  note: Evidence["note"],
): Bearers {
  let known: Map<string, Set<string>> | undefined;
  return figure => {
    known ??= bearersIn(statements, note);
    return known.get(figure) ?? nobody;
  };
}

const clauseEnd = /[;:()—]|,\s/;
const nobody: ReadonlySet<string> = new Set();

function bearersIn(statements: readonly StatementSentence[], note: Evidence["note"]) {
  const found = new Map<string, Set<string>>();
  for (const {text, slots} of statements) {
    const names = slots.filter(({piece}) => "name" in piece);
    if (names.length === 0) continue;
    for (const {piece, from, to} of slots) {
      if (!("figure" in piece)) continue;
      const beside = names.filter(
        one => !clauseEnd.test(text.slice(Math.min(one.to, to), Math.max(one.from, from))),
      );
      const called = (beside.length > 0 ? beside : names).flatMap(one =>
        "name" in one.piece ? [entityNamed(one.piece.name, note)] : [],
      );
      found.set(piece.figure, new Set([...(found.get(piece.figure) ?? []), ...called]));
    }
  }
  return found;
}
