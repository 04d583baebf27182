import type {Evidence} from "../../model/evidence.ts";
import type {Difference, Word} from "../bind.ts";
import type {Verdict} from "../judge.ts";
import type {CheckLanguage} from "../language.ts";
import type {Role} from "../prose.ts";
import type {StatementSentence} from "../statements.ts";

/** A sentence of the note as an editor left it. */
export interface Edit {
  /** As it stands, and with names and quotations blotted out. */
  readonly text: string;
  readonly own: string;
  readonly statement: StatementSentence;
  readonly differences: readonly Difference[];
  readonly role: Role;
  readonly language: CheckLanguage;
  readonly note: Evidence["note"];
  /** The text it stands in follows the note; of any other text it is not asked what is behind its words. */
  readonly ofNote: boolean;
  /** It leads to a source that the statement does not lead to. */
  readonly sourced: boolean;
  readonly ours: readonly Word[];
  readonly theirs: readonly Word[];
}

/** What is wrong with it, and which words are. */
export type EditVerdict = Verdict & {readonly at: {readonly from: number; readonly to: number}};

export type EditRule = (edit: Edit) => readonly EditVerdict[];
