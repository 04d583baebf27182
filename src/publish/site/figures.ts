import {z} from "zod";
import {type FigurePlace, figurePlaceSchema} from "../../model/figurePlace.ts";

/** Which words of `note.md` print which figure of `evidence.json`. */
export const placesSchema = z.strictObject({
  schema: z.literal("assay/places@1"),
  places: z.array(figurePlaceSchema),
});

export const placesFile = "places.json";

export const placesText = (places: readonly FigurePlace[]) =>
  `${JSON.stringify({schema: "assay/places@1", places})}\n`;
