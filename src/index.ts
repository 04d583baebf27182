export {type Config, defineConfig} from "./config/schema.ts";
export type {Article} from "./model/article.ts";
export * from "./model/errors.ts";
export type {Evidence} from "./model/evidence.ts";
export type {House} from "./model/house.ts";
export {type Format, type NoteSpec, type Order, toOrder} from "./model/order.ts";
export type {Snapshot} from "./model/snapshot.ts";
export {compose, type Effects, type Note, report} from "./report.ts";
