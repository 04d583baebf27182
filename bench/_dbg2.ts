import {randomFrom} from "./simulate.ts";
import {randomNotes} from "./truth/drafts.ts";
import {Facts} from "./truth/facts.ts";
import {readWith} from "./truth/judge.ts";
import {judges} from "./truth/judges/index.ts";
import {readMarket} from "./truth/market.ts";
import {readNote} from "./truth/note.ts";

const data = "/work/shared/data";
const market = readMarket(data);
for await (const {name, markdown} of randomNotes(data, market, 20, randomFrom(501).uniform)) {
  const note = readNote(name, markdown);
  const {judged, unread} = readWith(judges, note, new Facts(note, market));
  const un = judged.filter(j => j.holds === undefined && unread.some(u => j.sentence.includes(u)));
  for (const j of un)
    console.log(name, "|", j.subject, j.claim, "|", j.sentence.slice(0, 150), "=>", j.truth);
}
