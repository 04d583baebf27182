import type {Place} from "../../src/desk/place.ts";
import {newsroom, openDesk} from "./newsroom.ts";

export interface Asking {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** A desk in memory that stands somewhere, asked with headers of all kinds. */
export function newsroomDesk(place: Place, addressOf = () => "127.0.0.1") {
  const {app} = openDesk(newsroom(), {place, addressOf});
  return async (path: string, {method = "GET", body, headers}: Asking) =>
    app.request(path, {
      method,
      headers: {...(body !== undefined && {"content-type": "application/json"}), ...headers},
      ...(body !== undefined && {body: JSON.stringify(body)}),
    });
}
