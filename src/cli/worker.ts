import {receiversIfAny} from "./room.ts";
import {type ServeOptions, serveNewsroom} from "./serve.ts";

/** One more that works and watches on the store, here or on another machine. */
export const worker = (options: ServeOptions): Promise<number> =>
  serveNewsroom(options, {
    plans: false,
    solo: false,
    prepare: async (project, _, log) => receiversIfAny(project, log),
    open: async () => ({
      opened: async () =>
        void process.stdout.write(
          `a worker is at work, ${options.concurrency} tasks at once; Ctrl-C ends it\n`,
        ),
      close: async () => {},
    }),
  });
