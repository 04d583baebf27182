import {appendFileSync} from "node:fs";
import {join} from "node:path";
import {getConnInfo} from "@hono/node-server/conninfo";
import type {Context} from "hono";
import {deskApp} from "../desk/api/app.ts";
import type {DeskServices} from "../desk/api/services.ts";
import {openPage} from "../desk/page.ts";
import {serveDesk} from "../desk/server.ts";
import {openHooks, registerHooks} from "../jobs/hooks/hooks.ts";
import {requireNames} from "../jobs/names.ts";
import {budgetWarnings} from "../jobs/plan.ts";
import {register} from "../jobs/register.ts";
import {isLoopback} from "../model/loopback.ts";
import {generator} from "../version.ts";
import {actor} from "./actor.ts";
import {fillDemo, layDemo} from "./deskDemo.ts";
import {workspaceOf} from "./newsroom.ts";
import {receiversFor} from "./room.ts";
import {type ServeOptions, serveNewsroom} from "./serve.ts";

export interface DeskOptions extends ServeOptions {
  readonly host: string;
  readonly port: number;
  /** One person writes and approves. */
  readonly solo: boolean;
  /** On a store of its own, with notes to try. */
  readonly demo: boolean;
}

/** Plans, works, watches and answers over HTTP, in one process. */
export async function desk(asked: DeskOptions): Promise<number> {
  const options = asked.demo ? {...asked, ...(await layDemo(asked)), solo: true} : asked;
  return serveNewsroom(options, {
    plans: true,
    solo: options.solo,
    // On the terminal of who tries it there is the link alone.
    ...(options.demo && {
      writeLog: line => appendFileSync(join(options.store ?? "", "desk.log"), line),
    }),
    async prepare(project, {store}, log) {
      await requireNames(project.schedules, workspaceOf(project));
      const receivers = receiversFor(project);
      const hooks = openHooks(project.hooks, process.env);
      const changes = await register(store, {schedules: project.schedules, by: actor()});
      await registerHooks(
        store.db,
        hooks.map(({name}) => name),
      );
      log.info({...changes, schedules: project.schedules.length}, "the schedules are registered");
      for (const warning of await budgetWarnings(store.db, project.budgets))
        log.warn({warning}, "a budget of calls does not suffice");
      return receivers;
    },
    async open(room, log) {
      const {host, port} = options;
      const local = isLoopback(host);
      const settings = {
        local,
        addressOf: (context: Context) => getConnInfo(context).remote.address,
        page: openPage(),
        log,
        generator,
      };
      const apps = new WeakMap<DeskServices, ReturnType<typeof deskApp>>();
      const server = await serveDesk({
        host,
        port,
        fetch(request, env) {
          const services = room()?.services;
          if (!services) return new Response("it is starting\n", {status: 503});
          const app = apps.get(services) ?? deskApp(services, settings);
          apps.set(services, app);
          return app.fetch(request, env);
        },
      });
      if (!local)
        log.warn(
          {host},
          "others can reach this desk, and nothing between is encrypted: put a proxy with TLS in front of it, and let nobody else through",
        );
      const stopping = new AbortController();
      return {
        opened() {
          process.stdout.write(`${server.address} is the desk; Ctrl-C ends it\n`);
          const services = room()?.services;
          if (options.demo && services)
            fillDemo(services, stopping.signal).catch(error =>
              log.error({error}, "the demo's notes could not all be ordered"),
            );
        },
        close(graceMs) {
          stopping.abort();
          return server.close(graceMs);
        },
      };
    },
  });
}
