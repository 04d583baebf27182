import {Tinypool} from "tinypool";
import {type FolderTask, makeFolder} from "./folderMaker.ts";
import type {NoteFolder} from "./noteFolder.ts";
import {pageStyle, type SiteForm} from "./style.ts";

/** Given by our own program when it opened the thread. */
const style = pageStyle(Tinypool.workerData as SiteForm);

/** Makes the folders that a maker is asked for, in a thread of its own. */
export default function make(task: FolderTask): Promise<NoteFolder> {
  return makeFolder(style, task);
}
