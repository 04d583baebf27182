import type {Schedule} from "../model/schedule.ts";
import type {Workspace} from "../model/workspace.ts";
import {readTemplates, templateOf} from "../render/templates.ts";
import {requireCoins} from "./coins.ts";

/**
 * Holds what schedules name against what is there: their templates, and the coins of recorded data.
 *
 * @throws UsageError that names what is not there
 */
export async function requireNames(
  schedules: readonly Schedule[],
  {datasets, templates}: Pick<Workspace, "datasets" | "templates">,
): Promise<void> {
  const known = await readTemplates(templates);
  for (const {order} of schedules) templateOf(known, order.template);
  await requireCoins(schedules, datasets);
}
