import {type RawBuilder, sql} from "kysely";
import {type DraftState, draftStates} from "../../model/review.ts";

/** A state as the store has it. */
export const stateOf = (stored: string): DraftState =>
  draftStates.find(state => state === stored) ?? "draft";

/**
 * The state of a draft as it is shown. An approval covers its text, snapshot and style: where one of
 * them is another now, the draft is in review, and where all three are back it is approved again.
 */
export const shownState = (styles: ReadonlySet<string>): RawBuilder<string> => sql<string>`
  case when drafts.state = 'approved' and not exists (
    select from assay.approvals a
    join assay.revisions r on r.draft = a.draft and r.number = drafts.revision
    where a.draft = drafts.id and ${holding(styles)}
      and a.text = r.text and a.snapshot = drafts.snapshot)
  then 'in-review' else drafts.state end`;

/** Whether an approval `a` holds as far as it says itself. */
const holding = (styles: ReadonlySet<string>) =>
  sql`a.withdrawn_at is null and a.style = any(${[...styles]}::text[])`;
