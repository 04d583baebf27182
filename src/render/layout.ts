import Handlebars from "handlebars";
import {UsageError} from "../model/errors.ts";
import {nearest} from "../model/nearest.ts";
import {type TemplateFile, type Templates, templateNames, templateOf} from "./templates.ts";

/** What a template may call, and how what it prints is made safe. */
export interface Kit {
  /** Their results are written as they are. */
  readonly writers: Readonly<Record<string, Helper>>;
  /** Their results are values, for `#if` and for other helpers. */
  readonly values: Readonly<Record<string, Helper>>;
  /** Writes any other value. Every `{{…}}` goes through it, and so does every `{{{…}}}`. */
  readonly shown: (value: unknown) => string;
}

type Helper = (...args: never[]) => unknown;
type Layout = (view: object) => string;
type Location = hbs.AST.SourceLocation;

/** What is wrong at a place of a template; whoever knows the file adds it. */
class Fault extends Error {
  readonly at: Location["start"] | undefined;

  constructor(message: string, at?: Location["start"]) {
    super(message);
    this.at = at;
  }
}

/**
 * A template with the partials it includes, ready to be filled. It prints fields of what it is
 * given and nothing else: a field must be there, and nothing is reached by way of a prototype.
 *
 * @throws UsageError that names file, line and column: now for what cannot be read, for unknown
 * helpers and partials, and when it is filled for a field that does not exist
 */
export function compileLayout(file: TemplateFile, templates: Templates, kit: Kit): Layout {
  const engine = Handlebars.create();
  engine.registerHelper(field.name, located(field));
  engine.registerHelper(written, located(withoutOptions(kit.shown)));
  const shownField = (...all: Parameters<typeof field>) => kit.shown(field(...all));
  engine.registerHelper(writtenField, located(shownField));
  for (const [name, helper] of Object.entries({...kit.writers, ...kit.values, lookup}))
    engine.registerHelper(name, located(withoutOptions(helper)));
  const layout = (one: TemplateFile) => {
    const fill = engine.compile(checked(one, templates, kit), {noEscape: true});
    return (view: object, options?: Handlebars.RuntimeOptions) => {
      try {
        return fill(view, options);
      } catch (error) {
        throw explained(one, error);
      }
    };
  };
  for (const name of includes(file, templates)) {
    if (templates.get(`${name}.md.hbs`) === file) continue;
    engine.registerPartial(name, layout(templateOf(templates, name)));
  }
  engine.registerPartial(nameOf(file), layout(file));
  return layout(file);
}

/** The names of all partials that the template includes, also by way of others. */
export function includes(file: TemplateFile, templates: Templates): string[] {
  const found = new Set<string>();
  const visit = (one: TemplateFile) => {
    for (const name of partialsOf(parsed(one))) {
      const partial = templates.get(`${name}.md.hbs`);
      if (found.has(name) || !partial) continue;
      found.add(name);
      visit(partial);
    }
  };
  visit(file);
  return [...found].toSorted();
}

/** The templates that a note can be laid out by: those that are no part of another. */
export function wholeTemplates(templates: Templates): string[] {
  const names = templateNames(templates);
  const parts = new Set(
    names.flatMap(name =>
      includes(templateOf(templates, name), templates).filter(part => part !== name),
    ),
  );
  return names.filter(name => !parts.has(name));
}

const nameOf = ({path}: TemplateFile) => path.replace(/^.*[\\/]|\.md\.hbs$/g, "");

function partialsOf(ast: hbs.AST.Program): string[] {
  const names: string[] = [];
  const visitor = new Handlebars.Visitor();
  visitor.PartialStatement = ({name}) => {
    if (name.type === "PathExpression") names.push((name as hbs.AST.PathExpression).original);
  };
  visitor.accept(ast);
  return names;
}

// What is called

const written = "shown";
/** Both in one call, which most of a template is. */
const writtenField = "shownField";
const blocks = ["if", "unless", "each", "with"];
const dataNames = ["root", "index", "key", "first", "last"];

type Options = {readonly loc?: Location; readonly data?: {readonly root?: unknown}};

/** A helper that says where it was called when it fails; its last argument is Handlebars' own. */
const located = (helper: Helper) =>
  function call(...all: unknown[]): unknown {
    try {
      return helper(...(all as never[]));
    } catch (error) {
      if (error instanceof UsageError || error instanceof Fault) throw error;
      throw new Fault((error as Error).message, (all.at(-1) as Options).loc?.start);
    }
  };

const withoutOptions =
  (helper: Helper): Helper =>
  (...all) =>
    helper(...all.slice(0, -1));

/** The field of a field … of `base`; the last argument is Handlebars' own. */
function field(base: unknown, ...rest: [...string[], Options]): unknown {
  const {data} = rest.at(-1) as Options;
  let value = base;
  for (const name of rest.slice(0, -1) as string[]) {
    if (!isObject(value) || !Object.hasOwn(value, name))
      throw new Error(noField(value, name, data));
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}

const lookup = (object: unknown, name: string | number) => field(object, String(name), {});

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

function noField(value: unknown, name: string, data: Options["data"]): string {
  if (!isObject(value)) return `there is no field "${name}": what it is asked of has no fields`;
  const names = Array.isArray(value) ? [] : Object.keys(value);
  const [near] = nearest(name, names, one => [one], 1);
  const root = data?.root;
  const above = isObject(root) && root !== value && Object.hasOwn(root, name);
  const hint = above
    ? `; the whole has it: write @root.${name}.`
    : near === undefined
      ? "."
      : `; did you mean "${near}"?`;
  const there = names.length
    ? `There are ${names.join(", ")}`
    : "This is a list: take its items with {{#each}}";
  return `there is no field "${name}" here${hint} ${there}`;
}

// What is read

function parsed({path, text}: TemplateFile): hbs.AST.Program {
  refuseTooMuch({path, text});
  try {
    return Handlebars.parse(text);
  } catch (error) {
    const {message, lineNumber, column} = error as Error & {lineNumber?: number; column?: number};
    if (lineNumber !== undefined)
      throw new UsageError(
        `${path}:${lineNumber}:${(column ?? 0) + 1}: ${message.replace(/ - \d+:\d+$/, "")}`,
        {cause: error},
      );
    const {line, at, got} = readComplaint(message, text);
    throw new UsageError(`${path}:${line}:${at}: this is not Handlebars: ${got}`, {cause: error});
  }
}

/** No layout needs as much, and Handlebars takes minutes over a hundred times as much. */
const most = {tags: 1_000, deep: 40, characters: 1_000};

function refuseTooMuch({path, text}: TemplateFile): void {
  const tags = text.split("{{").slice(1);
  if (tags.length > most.tags)
    throw new UsageError(
      `${path}: it has ${tags.length} tags, and the most is ${most.tags}: take parts of it into partials`,
    );
  const long = tags.findIndex(tag => !tag.startsWith("!") && tag.indexOf("}}") > most.characters);
  if (long === -1) return;
  const lines = text
    .split("{{")
    .slice(0, long + 1)
    .join("{{")
    .split("\n");
  throw new UsageError(
    `${path}:${lines.length}:${(lines.at(-1) ?? "").length + 1}: a tag of more than ${most.characters} characters`,
  );
}

/** The parser says the line and shows what stands around the place, without line ends: it is found again. */
function readComplaint(message: string, text: string) {
  const [said = "", shown = "", arrow = "", expected = ""] = message.split("\n");
  const last = Number(/line (\d+)/.exec(said)?.[1] ?? 1);
  const before = shown.slice(0, arrow.length - 1).replace(/^\.\.\./, "");
  const after = shown.slice(arrow.length - 1).replace(/\.\.\.$/, "");
  const end = /got '(?:EOF)'/.test(expected);
  const got = end
    ? "it ends within a block that is not closed"
    : `"${after.slice(0, 20)}" cannot stand here`;
  const read = text.split("\n").slice(0, last).join("\n");
  const most = read.replaceAll("\n", "").length - before.length;
  const found = text.replaceAll("\n", "").lastIndexOf(before + after, most);
  if (most < 0 || found === -1) return {line: last, at: 1, got};
  const lines = read.slice(0, placeAfter(read, found + before.length)).split("\n");
  return {line: lines.length, at: (lines.at(-1) ?? "").length + 1, got};
}

/** The place in a text after so many characters that are no line ends, and the line ends there. */
function placeAfter(text: string, count: number): number {
  let place = 0;
  for (let passed = 0; place < text.length; place += 1) {
    if (text[place] === "\n") continue;
    if (passed === count) break;
    passed += 1;
  }
  return place;
}

/**
 * The template with every field looked up by `field` and every value written by `shown`, which is
 * how both know where they stand.
 */
function checked(file: TemplateFile, templates: Templates, kit: Kit): hbs.AST.Program {
  const faults: Fault[] = [];
  const program = new Checker(templateNames(templates), kit, faults).program(parsed(file), []);
  if (faults.length === 0) return program;
  throw new UsageError(faults.map(fault => complaint(file, fault)).join("\n"));
}

class Checker {
  readonly #partials: readonly string[];
  readonly #kit: Kit;
  readonly #faults: Fault[];

  constructor(partials: readonly string[], kit: Kit, faults: Fault[]) {
    this.#partials = partials;
    this.#kit = kit;
    this.#faults = faults;
  }

  program(node: hbs.AST.Program, scope: readonly string[], depth = 0): hbs.AST.Program {
    const inner = [...scope, ...(node.blockParams ?? [])];
    return {...node, body: node.body.map(one => this.#statement(one, inner, depth))};
  }

  #statement(node: hbs.AST.Statement, scope: readonly string[], depth: number): hbs.AST.Statement {
    switch (node.type) {
      case "ContentStatement":
      case "CommentStatement":
        return node;
      case "MustacheStatement":
        return this.#mustache(node as hbs.AST.MustacheStatement, scope);
      case "BlockStatement":
        return this.#block(node as hbs.AST.BlockStatement, scope, depth);
      case "PartialStatement":
        return this.#partial(node as hbs.AST.PartialStatement, scope);
      default:
        this.#fault(node, "inline partials, partial blocks and decorators are not used here");
        return node;
    }
  }

  #mustache(node: hbs.AST.MustacheStatement, scope: readonly string[]): hbs.AST.Statement {
    const {path, params, hash, loc} = node;
    const name = path.type === "PathExpression" ? (path as hbs.AST.PathExpression).original : "";
    const called = params.length > 0 || hash !== undefined || this.#helpers().includes(name);
    if (called && Object.hasOwn(this.#kit.writers, name))
      return {...node, ...this.#call(node, scope)} as hbs.AST.Statement;
    const value = called
      ? {type: "SubExpression", loc, ...this.#call(node, scope)}
      : this.#expression(path, scope);
    if (!called && path.type === "PathExpression" && value.type === "SubExpression") {
      const {params: names} = value as hbs.AST.SubExpression;
      return {
        ...node,
        path: identifier(writtenField, path.loc),
        params: names,
        loc: path.loc,
      } as never;
    }
    return {...node, path: identifier(written, loc), params: [value], hash: undefined} as never;
  }

  #block(node: hbs.AST.BlockStatement, scope: readonly string[], depth: number): hbs.AST.Statement {
    const {original} = node.path;
    if (depth === most.deep) {
      this.#fault(node, `blocks stand more than ${most.deep} deep in each other`);
      return node;
    }
    if (!blocks.includes(original))
      this.#fault(
        node,
        unknown(
          "block",
          `#${original}`,
          blocks.map(one => `#${one}`),
        ),
      );
    else if (node.params.length !== 1)
      this.#fault(node, `#${original} takes one value, and this has ${node.params.length}`);
    return {
      ...node,
      params: node.params.map(one => this.#expression(one, scope)),
      ...(node.program && {program: this.program(node.program, scope, depth + 1)}),
      ...(node.inverse && {inverse: this.program(node.inverse, scope, depth + 1)}),
    } as hbs.AST.Statement;
  }

  #partial(node: hbs.AST.PartialStatement, scope: readonly string[]): hbs.AST.Statement {
    const name = (node.name as hbs.AST.PathExpression).original;
    if (node.name.type !== "PathExpression")
      this.#fault(node, "the name of a partial is written out, not computed");
    else if (!this.#partials.includes(name))
      this.#fault(node, unknown("partial", name, this.#partials));
    return {...node, ...this.#arguments(node, scope)} as hbs.AST.Statement;
  }

  #expression(node: hbs.AST.Expression, scope: readonly string[]): hbs.AST.Expression {
    if (node.type === "PathExpression") return this.#path(node as hbs.AST.PathExpression, scope);
    if (node.type !== "SubExpression") return node;
    const call = node as hbs.AST.SubExpression;
    return {...call, ...this.#call(call, scope)} as hbs.AST.Expression;
  }

  #call(node: hbs.AST.MustacheStatement | hbs.AST.SubExpression, scope: readonly string[]) {
    const name = (node.path as hbs.AST.PathExpression).original;
    if (!this.#helpers().includes(name))
      this.#fault(node, unknown("helper", name, this.#helpers()));
    return {path: node.path, ...this.#arguments(node, scope)};
  }

  #arguments(
    {params, hash}: {params: hbs.AST.Expression[]; hash?: hbs.AST.Hash},
    scope: readonly string[],
  ) {
    return {
      params: params.map(one => this.#expression(one, scope)),
      ...(hash && {
        hash: {
          ...hash,
          pairs: hash.pairs.map(pair => ({...pair, value: this.#expression(pair.value, scope)})),
        },
      }),
    };
  }

  /** `a.b` becomes `(field this "a" "b")`; what a block or Handlebars itself names stays. */
  #path(node: hbs.AST.PathExpression, scope: readonly string[]): hbs.AST.Expression {
    const {data, depth, loc} = node;
    const parts = node.parts as string[];
    const named = data || (depth === 0 && scope.includes(parts[0] ?? ""));
    if (data && !dataNames.includes(parts[0]!))
      this.#fault(
        node,
        unknown(
          "value",
          `@${parts[0]}`,
          dataNames.map(one => `@${one}`),
        ),
      );
    const kept = named ? parts.slice(0, 1) : [];
    const rest = parts.slice(kept.length);
    const base = {...node, parts: kept, original: kept[0] ?? (depth ? "..".repeat(depth) : "this")};
    if (rest.length === 0) return base;
    const names = rest.map(value => ({type: "StringLiteral", value, original: value, loc}));
    const call = {type: "SubExpression", path: identifier(field.name, loc), loc};
    return {...call, params: [base, ...names]} as hbs.AST.Expression;
  }

  #helpers(): string[] {
    return [...Object.keys(this.#kit.writers), ...Object.keys(this.#kit.values), "lookup"];
  }

  #fault({loc}: hbs.AST.Node, message: string): void {
    this.#faults.push(new Fault(message, loc.start));
  }
}

const identifier = (name: string, loc: Location) => ({
  type: "PathExpression",
  data: false,
  depth: 0,
  parts: [name],
  original: name,
  loc,
});

function unknown(kind: string, name: string, names: readonly string[]): string {
  const [near] = nearest(name, names, one => [one], 1);
  return `there is no ${kind} ${name}; ${near ? `did you mean ${near}? ` : ""}there are ${names.join(", ")}`;
}

// What is said

function explained(file: TemplateFile, error: unknown): Error {
  if (error instanceof UsageError) return error;
  if (error instanceof Fault) return new UsageError(complaint(file, error), {cause: error});
  if (error instanceof RangeError)
    return new UsageError(`${file.path}: it includes itself without end`, {cause: error});
  return new UsageError(`${file.path}: ${(error as Error).message}`, {cause: error});
}

const complaint = ({path}: TemplateFile, {message, at}: Fault) =>
  `${path}${at ? `:${at.line}:${at.column + 1}` : ""}: ${message}`;
