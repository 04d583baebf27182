import {type BlogSettings, blogTarget} from "./blogTarget.ts";
import {setOf} from "./room.ts";

/** The test's blog, for processes that are killed. */
export const targetsOf = (settings: unknown) => {
  const blog = settings as BlogSettings;
  return setOf({[blog.name]: blogTarget(blog)});
};
