import type {PublicationState} from "../../../../model/publication.ts";
import {inLocale} from "../../words/locale.ts";
import {publicationWords} from "../../words/publications.ts";

const shapes: Readonly<Record<PublicationState, string>> = {
  planned: "M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11M8 5v3l2 1.5",
  sending: "M13.5 8A5.5 5.5 0 1 1 8 2.5",
  unknown: "M5.5 6a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8M8 12.6v.1",
  published: "M8 13V3M4 7l4-4 4 4",
  differs: "M3.5 6h9M3.5 10h9M10.5 3l-5 10",
  refused: "M4 4l8 8M12 4l-8 8",
  left: "M3.5 3v10M3.5 3.5h8l-2 2.5l2 2.5h-8",
  withdrawn: "M3 8h10",
};
const colours: Readonly<Partial<Record<PublicationState, string>>> = {
  unknown: " amber",
  differs: " red",
  refused: " red",
};

/** How far a note has come at a target: a shape, and the word for it. */
export function PublicationMark({
  state,
  amber,
}: {
  readonly state: PublicationState;
  readonly amber?: boolean;
}) {
  return (
    <span class={`state${amber ? " amber" : (colours[state] ?? "")}`}>
      <svg
        class={state === "sending" ? "is-spin" : undefined}
        viewBox="0 0 16 16"
        aria-hidden="true"
      >
        <path d={shapes[state]} />
      </svg>
      <b>{inLocale(publicationWords).states[state]}</b>
    </span>
  );
}
