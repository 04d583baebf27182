import type {Difference} from "../bind.ts";
import {added} from "./added.ts";
import {cell} from "./cell.ts";
import {cited} from "./cited.ts";
import type {Edit, EditRule, EditVerdict} from "./edit.ts";
import {contrasted, denied, spanned, turnedRound, universal} from "./meaning.ts";
import {renamed} from "./named.ts";

/** Each finds one way in which an edit may change what a sentence says; the first to speak of a word is heard. */
const rules: readonly EditRule[] = [
  cell,
  turnedRound,
  denied,
  renamed,
  cited,
  spanned,
  contrasted,
  universal,
  added,
];

/**
 * What an edit made false, or put in without anything behind it: numbers are judged elsewhere, and
 * what is put in with a source of its own is that source's.
 */
export function editFaults(edit: Edit): EditVerdict[] {
  // A quotation is held against its source.
  if (edit.role === "quote") return [];
  const differences = edit.differences.filter(
    one => !isLabel(one, edit) && !(edit.sourced && one.before.length === 0),
  );
  if (differences.length === 0) return [];
  const found: EditVerdict[] = [];
  for (const rule of rules)
    for (const verdict of rule({...edit, differences}))
      if (!found.some(({at}) => at.from < verdict.at.to && verdict.at.from < at.to))
        found.push(verdict);
  return found;
}

/** What a template puts behind a dot at the end of a line: a simulated market. */
const isLabel = ({from, to}: Difference, {own}: Edit) =>
  to === own.length && /·\s$/.test(own.slice(0, from));
