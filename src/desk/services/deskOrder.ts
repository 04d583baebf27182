import {type RawBuilder, sql} from "kysely";
import {z} from "zod";
import {cursorAt, readPlace} from "./cursor.ts";
import {shownState} from "./state.ts";

// The order of the desk: what waits for an editor, what is with the writers, what goes out, the rest.

/** The higher, the earlier. */
export const deskRank = (styles: ReadonlySet<string>): RawBuilder<number> => sql<number>`
  case ${shownState(styles)}
    when 'in-review' then 4
    when 'draft' then 3 when 'changes-asked' then 3
    when 'approved' then 2 when 'scheduled' then 2
    else 1 end`;

/** Among those of one rank: the newsworthiness of what is still worked on, of the rest when it changed. */
export const deskWeight = (styles: ReadonlySet<string>): RawBuilder<number> => sql<number>`
  case when ${deskRank(styles)} >= 3 then drafts.newsworthiness
    else extract(epoch from drafts.updated_at)::float8 end`;

const placeSchema = z.tuple([z.int(), z.number(), z.uuid()]);
type Place = z.output<typeof placeSchema>;

export const deskCursorAt = (place: Place): string => cursorAt(place);

/** @throws Problem for what no answer of ours gave */
export const readDeskCursor = (cursor: string): Place => readPlace(cursor, placeSchema);
