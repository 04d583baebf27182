import {flatten} from "./flatten.ts";
import {mergeShapes} from "./merge.ts";
import {parseSvg, writeSvg} from "./tree.ts";

/**
 * The same picture in fewer and smaller shapes: groups and transforms dissolved, attributes that
 * change nothing dropped, neighbours of the same paint joined in one path, places rounded to 0.1 px.
 * Words, order of drawing and the text alternative stay. Doing it twice changes nothing more.
 */
export function lean(svg: string): string {
  const root = parseSvg(svg);
  return `${writeSvg({...root, children: mergeShapes(flatten(root))})}\n`;
}
