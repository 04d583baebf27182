import type {Asset} from "../model/snapshot.ts";
import {coinsIn} from "./coingecko.ts";
import {loadDataset} from "./dataset.ts";
import {readAnswer} from "./files.ts";
import {listedCoins} from "./listedCoins.ts";

/**
 * Every coin that a note from the folder can be on at some time: those of its list, and those that
 * recorded answers of any time name.
 *
 * @throws UsageError where the folder is none of recorded data
 * @throws SourceUnavailable where a file of it cannot be read
 */
export async function folderCoins(folder: string): Promise<Asset[]> {
  const dataset = await loadDataset(folder);
  const listed = await listedCoins(folder, dataset);
  const answers = await Promise.all(dataset.answers.map(answer => readAnswer(folder, answer)));
  return [...listed.map(({asset}) => asset), ...answers.flatMap(coinsIn)];
}
