import {type ReasonWords, told} from "../../../model/reasonWords.ts";

export const reasons: ReasonWords = {
  foreign: ({address, title}) =>
    `at ${address} stands something else, “${title}”, and it is never written over: move it, or give this note an edition of its own`,
  fixed: {
    removed: "it stood there and is there no more",
    changed: "somebody has changed it since it was put there",
    hidden: "its readers do not see it any more",
    late: "it was due more than a day ago",
  },
  receivers: ({have, of, refused, later, unknown}) =>
    [
      `${have} of ${of} have it`,
      later.length > 0 && `${told(later, "more")} get it later`,
      refused.length > 0 && `${told(refused, "more")} is refused`,
      unknown.length > 0 && `of ${told(unknown, "more")} nobody knows whether they have it`,
      refused.length > 0 && "take the address off the list or mend it, then order it again",
      "whoever has it does not get it again",
    ]
      .filter(Boolean)
      .join("; "),
  answered: (label, status) => `${label} answered ${status}`,
  remedies: {
    clock: (_, minutes) =>
      `Its clock and this machine's differ by ${minutes} minutes, for which keys are refused: set the clock that is wrong`,
    key: key => `It does not take the key in ${key}: make a new one there, and put it into ${key}`,
    right: key =>
      `The key in ${key} may not do that: give its owner the right there, or take another's key`,
    address: () => "Check the url of the target, and that its version is one that Assay knows",
    changed: () => "It was changed there meanwhile: look at it, then give the same order again",
    large: () =>
      "It takes nothing that large: raise its limit, or that of what stands before it (client_max_body_size, upload_max_filesize, post_max_size)",
    slower: () => "It is asked too much; the same goes well later",
    theirs: () => "It fails at its end; the same may go well later, else see its log",
    mend: () => "Mend what it says, then give the same order again",
  },
  silent: (label, why) => `${label}: ${why}`,
  silences: {
    late: "no complete answer in time. Whether it was done is looked up before anything is done again",
    broken: "the connection broke off; the same may go well later",
    network:
      "it is not to be reached; the same may go well later, else check the url of the target",
    certificate:
      "its certificate is not trusted here: check this machine's clock, and NODE_EXTRA_CA_CERTS behind a company proxy",
    astray:
      "it leads on to elsewhere, where no key is sent: if that is its right address, write it into the url of the target",
    large: "its answer is larger than any we expect",
    page: "it answered with a web page: check the url of the target, and whether a login or a maintenance page stands before it",
    json: "its answer broke off, or something stands between; the same may go well later",
    shape:
      "it answered in a shape that Assay does not know: check the url of the target, and its version",
  },
  unread: "it was not read back yet",
  failed: "",
};
