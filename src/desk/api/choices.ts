import {createRoute} from "@hono/zod-openapi";
import {atLeast} from "./access.ts";
import {coinsQuerySchema, coinsSchema, orderChoicesSchema} from "./choicesShapes.ts";
import {json, problems, routes} from "./routes.ts";
import type {DeskServices} from "./services.ts";

const findCoins = createRoute({
  method: "get",
  path: "/api/coins",
  summary: "Coins that a note may be ordered on, the nearest to what was typed first",
  middleware: [atLeast("viewer")],
  request: {query: coinsQuerySchema},
  responses: {200: json(coinsSchema, "Up to 20 coins"), ...problems},
});

const showChoices = createRoute({
  method: "get",
  path: "/api/order-choices",
  summary: "What an order may name, and what holds where it does not",
  middleware: [atLeast("viewer")],
  responses: {200: json(orderChoicesSchema, "Choices"), ...problems},
});

export function choiceRoutes(services: Pick<DeskServices, "coins" | "orderChoices">) {
  const group = routes();
  group.openapi(findCoins, async context => {
    const {coins, liveListed} = await services.coins(context.req.valid("query"));
    const shown = coins.map(({data, ...coin}) => ({...coin, data: [...data]}));
    return context.json({coins: shown, liveListed}, 200);
  });
  group.openapi(showChoices, async context => context.json(await services.orderChoices(), 200));
  return group;
}
