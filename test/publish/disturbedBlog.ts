import {approvedReading} from "../../src/publish/approved.ts";
import {compare} from "../../src/publish/compare.ts";
import type {BlogServer} from "../servers/blogServer.ts";
import {blogTarget} from "./blogTarget.ts";
import {publishingAt} from "./disturbedTargets.ts";
import type {Disturbed} from "./killRoom.ts";

/** The test's blog, met under an address that may lead by way of faults. */
export function disturbedBlog(blog: BlogServer, url = blog.url): Disturbed {
  const settings = {name: "blog", url, token: blog.token, timeoutMs: 5000};
  const reader = blogTarget({...settings, url: blog.url});
  return {
    ...publishingAt({blog: settings}),
    names: ["blog"],
    async audit(release) {
      const posts = [...blog.posts.values()].filter(({key}) => key === release.id);
      const shown = posts.filter(one => one.shown);
      const [post] = shown;
      if (!post || shown.length !== 1) return [`${shown.length} posts are shown`];
      const receipt = {
        id: post.id,
        address: `${blog.url}/${post.slug}/`,
        digest: post.digest,
        stamp: "",
        stored: "",
      };
      const reading = await reader.read(release, receipt);
      const differences = reading
        ? compare({...approvedReading(release), publishedAt: post.date}, reading)
        : [];
      return [
        ...(posts.length > 1 ? [`${posts.length - 1} hidden posts are left`] : []),
        ...(post.slug === release.id ? [] : [`its slug is ${post.slug}`]),
        ...(post.digest === release.digest ? [] : ["it is of another release"]),
        ...differences.map(({what, approved, found}) => `${what}: ${approved} is ${found}`),
      ];
    },
  };
}
