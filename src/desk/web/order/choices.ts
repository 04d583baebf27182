import {askJson} from "../api.ts";
import {resource} from "../resource.ts";
import type {Choices} from "./answers.ts";

/** What an order may name; kept from one order to the next. */
export const choices = resource(signal => askJson<Choices>("/api/order-choices", {signal}));
