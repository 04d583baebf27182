import {appendFileSync} from "node:fs";
import {join} from "node:path";
import {getConnInfo} from "@hono/node-server/conninfo";
import type {Context} from "hono";
import {deskApp} from "../desk/api/app.ts";
import type {DeskServices} from "../desk/api/services.ts";
import {openPage} from "../desk/page.ts";
import {ownerLink} from "../desk/people/links.ts";
import {serveDesk} from "../desk/server.ts";
import {deskServices} from "../desk/services.ts";
import {openHooks, registerHooks} from "../jobs/hooks/hooks.ts";
import {requireNames} from "../jobs/names.ts";
import {budgetWarnings} from "../jobs/plan.ts";
import {register} from "../jobs/register.ts";
import {generator} from "../version.ts";
import {type Entry, entryOf, type StandingOptions, standingOf} from "./access.ts";
import {actor} from "./actor.ts";
import {demoLink, fillDemo, layDemo} from "./deskDemo.ts";
import {workspaceOf} from "./newsroom.ts";
import {type Room, receiversFor} from "./room.ts";
import {type ServeOptions, serveNewsroom} from "./serve.ts";
import {projectOf} from "./settings.ts";

export interface DeskOptions extends ServeOptions, StandingOptions {
  readonly port: number;
  /** One person writes and approves. */
  readonly solo: boolean;
  /** On a store of its own, with notes to try. */
  readonly demo: boolean;
}

/** Plans, works, watches and answers over HTTP, in one process. */
export async function desk(asked: DeskOptions): Promise<number> {
  const options = asked.demo ? {...asked, ...(await layDemo(asked)), solo: true} : asked;
  if (asked.demo) process.stderr.write(`starts a PostgreSQL of its own in ${options.store}\n`);
  const {host, port} = options;
  // Where it stands is settled once: who comes in by which door does not change under them.
  const {place, tls} = await standingOf(options, await projectOf(options));
  let entry: Entry | undefined;
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
      const read = await entryOf(options, project);
      const hooks = openHooks(project.hooks, process.env);
      const changes = await register(store, {schedules: project.schedules, by: actor()});
      await registerHooks(
        store.db,
        hooks.map(({name}) => name),
      );
      log.info({...changes, schedules: project.schedules.length}, "the schedules are registered");
      for (const warning of await budgetWarnings(store.db, project.budgets))
        log.warn({warning}, "a budget of calls does not suffice");
      entry = read;
      return receivers;
    },
    async open(room, log) {
      const opened = new WeakMap<Room, {services: DeskServices; app: ReturnType<typeof deskApp>}>();
      const server = await serveDesk({
        host,
        port,
        tls,
        fetch(request, env) {
          const app = standingIn(room())?.app;
          return app ? app.fetch(request, env) : new Response("it is starting\n", {status: 503});
        },
      });
      const origin = place.url?.origin ?? new URL(server.address).origin;
      const settings = {
        place,
        addressOf: (context: Context) => getConnInfo(context).remote.address,
        page: openPage(),
        log,
        generator,
      };
      const stopping = new AbortController();
      return {
        async opened({store}) {
          const found = place.url ? `, found at ${place.url.href}` : "";
          const welcome = await (options.demo
            ? demoLink(store, origin).then(
                link => `${link} lets you in, once: open it in a browser\n`,
              )
            : ownerLink(store.db, origin, actor()).then(link =>
                link === undefined ? "" : `${link} makes its first owner, once, within a day\n`,
              ));
          process.stdout.write(`${server.address} is the desk${found}; Ctrl-C ends it\n${welcome}`);
          const services = standingIn(room())?.services;
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

      function standingIn(room: Room | undefined) {
        if (!room || !entry) return undefined;
        const known = opened.get(room);
        if (known) return known;
        const services = deskServices({
          ...room.desk,
          access: {...entry, origin, log, demo: options.demo},
        });
        const made = {services, app: deskApp(services, {...settings, site: room.site})};
        opened.set(room, made);
        return made;
      }
    },
  });
}
