import type {ComponentChildren} from "preact";
import {useId} from "preact/hooks";
import {refusalInWords} from "../words/refusals.ts";

interface Given {
  readonly id: string;
  readonly "aria-describedby"?: string;
  readonly "aria-invalid"?: true;
}

interface Props {
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong with it, in the desk's words, which are English. */
  readonly wrong?: string | undefined;
  /** Draws the control itself. */
  readonly children: (given: Given) => ComponentChildren;
}

/** A control of a form with its label, a hint, and what is wrong with it. */
export function Field({label, hint, wrong, children}: Props) {
  const id = useId();
  const says = `${id}-says`;
  const refusal = wrong ? refusalInWords(wrong) : undefined;
  return (
    <div class={wrong ? "control wrong" : "control"}>
      <label for={id}>{label}</label>
      {children({
        id,
        ...((hint ?? wrong) && {"aria-describedby": says}),
        ...(wrong && {"aria-invalid": true}),
      })}
      {(wrong ?? hint) && (
        <p class={wrong ? "small red" : "small soft"} id={says} lang={refusal?.lang}>
          {refusal?.text ?? hint}
        </p>
      )}
    </div>
  );
}
