import type {OrderChoices} from "../../api/choicesShapes.ts";
import {askJson} from "../api.ts";
import {resource} from "../resource.ts";

/** What an order may name; kept from one order to the next. */
export const choices = resource(signal => askJson<OrderChoices>("/api/order-choices", {signal}));
