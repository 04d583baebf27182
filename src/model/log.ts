/** What is told of an event beside its words. Errors go under `error`. */
export type LogFields = Readonly<Record<string, unknown>>;

/** Where events are told that whoever runs the program may need to know. */
export interface Log {
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
  /** The same log; these fields stand in each of its lines. */
  child(fields: LogFields): Log;
}
