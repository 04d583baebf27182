import {answerAt} from "../../desk/services/publications.ts";
import {UsageError} from "../../model/errors.ts";
import type {PublicationAnswer} from "../../model/publication.ts";
import {carryOut, told} from "./carryOut.ts";
import {readNote} from "./folder.ts";
import {openOwnRoom, type PublishingOptions} from "./room.ts";
import {draftOf} from "./takeIn.ts";

export interface AnswerOptions extends PublishingOptions {
  readonly to: readonly string[];
  readonly answer: PublicationAnswer;
}

/**
 * The answer that options give, if any.
 *
 * @throws UsageError where they give several, or order something besides
 */
export function answerOf({
  leave,
  arrived,
  ...order
}: {
  readonly leave?: true | undefined;
  readonly arrived?: true | undefined;
  readonly at?: string | undefined;
  readonly dryRun?: true | undefined;
  readonly again?: true | undefined;
  readonly overwrite?: true | undefined;
}): PublicationAnswer | undefined {
  if (!leave && !arrived) return undefined;
  const {at, dryRun, again, overwrite} = order;
  if ((leave && arrived) || at !== undefined || dryRun || again || overwrite)
    throw new UsageError(
      `${leave ? "--leave" : "--arrived"} says what is asked and sends nothing: give it alone, with --to`,
    );
  return leave ? "left" : "arrived";
}

/** Says of the folder's note what is asked of it at targets, where nothing is sent for that. */
export async function answer(folder: string, options: AnswerOptions): Promise<number> {
  const note = await readNote(folder, "publish");
  await using room = await openOwnRoom(options);
  const draft = await draftOf(room, note);
  const wish = {id: draft ?? "", answer: options.answer, by: room.me};
  for (const target of options.to)
    if (!(await answerAt(room, {...wish, target})))
      throw new UsageError(
        `${folder} was never ordered at ${target} from this store: assay publish does it, and --store names another`,
      );
  return told(await carryOut(room, wish.id), {
    draft: wish.id,
    note: note.draft.evidence.note.id,
    ...(options.json && {json: true}),
  });
}
