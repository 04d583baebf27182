export {type Config, defineConfig} from "./config/schema.ts";
export type {Article} from "./model/article.ts";
export type {Draft} from "./model/draft.ts";
export * from "./model/errors.ts";
export type {Evidence} from "./model/evidence.ts";
export type {Format} from "./model/form.ts";
export type {House} from "./model/house.ts";
export {type NoteSpec, type Order, toOrder} from "./model/order.ts";
export type {Snapshot} from "./model/snapshot.ts";
export type {Workspace} from "./model/workspace.ts";
export {
  type Effects,
  type Note,
  type Pressed,
  press,
  report,
  type Style,
  styleOf,
  write,
} from "./report.ts";
