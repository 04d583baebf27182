import type {Fault} from "../model/fault.ts";
import type {Sentence} from "./prose.ts";

/** A fault, with its words in their sentence. */
export interface Spotted {
  readonly fault: Fault;
  readonly sentence: Sentence;
  readonly from: number;
  readonly to: number;
  /** Id of the figure that the words were taken for. */
  readonly figure?: string;
}

/** The fault of those words of the sentence. */
export function spotted(
  sentence: Sentence,
  {from, to}: {readonly from: number; readonly to: number},
  {kind, reason, suggestion}: Pick<Fault, "kind" | "reason" | "suggestion">,
  figure?: string,
): Spotted {
  const {text, place} = sentence;
  const fault = {
    ...place(from),
    text: text.slice(from, to),
    kind,
    reason,
    ...(suggestion !== undefined && {suggestion}),
  };
  return {fault, sentence, from, to, ...(figure !== undefined && {figure})};
}
