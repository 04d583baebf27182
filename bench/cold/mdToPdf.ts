import {writeFileSync} from "node:fs";
import {dirname} from "node:path";
import {mdToPdf} from "../peers.ts";

const [path, out, launch] = process.argv.slice(2);
const {content} = await mdToPdf()(
  {path: path!},
  {launch_options: JSON.parse(launch!), basedir: dirname(path!)},
);
writeFileSync(out!, content);
