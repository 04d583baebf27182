import {type LocalSpec, localOrder} from "../config/workspace.ts";
import {newestOf} from "../jobs/coins.ts";
import {seconds} from "../model/order.ts";
import type {Progress} from "./progress.ts";

/**
 * Where recorded data are asked and no instant is given, the newest that they have of the coin, or of
 * the market without one, is meant; which it is, is told.
 */
export async function atNewest<Options extends LocalSpec>(
  options: Options,
  progress: Progress,
  coin?: string,
): Promise<Options> {
  const {spec, workspace} = localOrder(options);
  const folder = spec.data === undefined ? undefined : workspace.datasets[spec.data];
  if (spec.source !== "files" || spec.asOf !== undefined || folder === undefined) return options;
  const asOf = await newestOf(folder, seconds(new Date()), coin);
  if (asOf === undefined) return options;
  progress.note(`as of ${asOf}, the newest that the data have; --as-of gives another instant`);
  return {...options, asOf};
}
