/**
 * Marks within a paragraph, as Discord reads them.
 *
 * @typedef {{is: "text" | "code", text: string}
 *   | {is: "strong" | "em" | "underline" | "strike" | "spoiler", inside: Inline[]}
 *   | {is: "link", address: string, inside: Inline[]}
 *   | {is: "time", seconds: number, style: string, written: string}
 *   | {is: "user" | "role" | "channel", id: string}
 *   | {is: "command", name: string}
 *   | {is: "emoji", name: string}
 *   | {is: "everyone", text: string}} Inline
 */

/** Nothing people write is nested deeper; it bounds the work of a hostile text. */
const DEPTH = 12;

/** An address: one level of brackets may stand in it, as in a Wikipedia title. */
const ADDRESS = String.raw`https?:\/\/(?:[^\s<>()]|\([^\s<>()]*\))+`;

/** Where plain text may end. */
const PLAIN = /[^\\`<[*_~|@h¯]+/y;

/** @type {[RegExp, (found: RegExpExecArray, depth: number) => Inline | Inline[] | null][]} */
const RULES = [
  [/¯\\_\(ツ\)_\/¯/y, (found) => ({ is: "text", text: found[0] })],
  [/\\([^\p{L}\p{N}\s])/uy, (found) => ({ is: "text", text: found[1] })],
  [/(`+)([^]*?[^`])\1(?!`)/y, (found) => ({ is: "code", text: found[2].replace(/^ (.*\S.*) $/s, "$1") })],
  [/<t:(-?\d{1,17})(?::([tTdDfFRsS]))?>/y, time],
  [/<@!?(\d{15,21})>/y, (found) => ({ is: "user", id: found[1] })],
  [/<@&(\d{15,21})>/y, (found) => ({ is: "role", id: found[1] })],
  [/<#(\d{15,21})>/y, (found) => ({ is: "channel", id: found[1] })],
  [/<\/([^:<>\n]{1,100}):\d{15,21}>/y, (found) => ({ is: "command", name: found[1] })],
  [/<a?:(\w{2,32}):\d{15,21}>/y, (found) => ({ is: "emoji", name: found[1] })],
  [/@(?:everyone|here)\b/y, (found) => ({ is: "everyone", text: found[0] })],
  [new RegExp(String.raw`\[((?:\\.|[^\]\\\n]|\](?!\())+)\]\(<?(${ADDRESS})>?(?: "[^"\n]*")?\)`, "y"), masked],
  [new RegExp(`<(${ADDRESS})>`, "y"), (found) => bare(found[1])],
  [new RegExp(ADDRESS, "y"), (found) => bareWithTail(found[0])],
  [/\*\*((?:\\[^]|[^\\])+?)\*\*(?!\*)/y, wrap("strong")],
  [/__((?:\\[^]|[^\\])+?)__(?!_)/y, wrap("underline")],
  [/~~((?:\\[^]|[^\\])+?)~~/y, wrap("strike")],
  [/\|\|((?:\\[^]|[^\\])+?)\|\|/y, wrap("spoiler")],
  [/\*(?=\S)((?:\*\*|\\[^]|\s+(?:[^*\s\\]|\*\*)|[^\s*\\])+?)\*(?!\*)/y, wrap("em")],
  [/(?<![\p{L}\p{N}])_((?:__|\\[^]|[^\\_])+?)_(?![\p{L}\p{N}_])/uy, wrap("em")],
];

/** The marks and words of a paragraph, in order. @param {string} text @param {number} [depth] @returns {Inline[]} */
export function parseInline(text, depth = 0) {
  /** @type {Inline[]} */
  const out = [];
  let at = 0;
  while (at < text.length) {
    const [nodes, next] = step(text, at, depth);
    for (const node of nodes) append(out, node);
    at = next;
  }
  return out;
}

/** @param {string} text @param {number} at @param {number} depth @returns {[Inline[], number]} */
function step(text, at, depth) {
  PLAIN.lastIndex = at;
  const plain = PLAIN.exec(text);
  if (plain) return [[{ is: "text", text: plain[0] }], PLAIN.lastIndex];
  for (const [rule, make] of depth < DEPTH ? RULES : []) {
    rule.lastIndex = at;
    const found = rule.exec(text);
    const end = rule.lastIndex;
    const made = found && make(found, depth);
    if (made) return [Array.isArray(made) ? made : [made], end];
  }
  const sign = String.fromCodePoint(/** @type {number} */ (text.codePointAt(at)));
  return [[{ is: "text", text: sign }], at + sign.length];
}

/** Neighbouring words become one text. @param {Inline[]} out @param {Inline} node */
function append(out, node) {
  const last = out[out.length - 1];
  if (node.is === "text" && last?.is === "text") last.text += node.text;
  else out.push(node);
}

/** @param {"strong" | "em" | "underline" | "strike" | "spoiler"} is @returns {(found: RegExpExecArray, depth: number) => Inline} */
function wrap(is) {
  return (found, depth) => ({ is, inside: parseInline(found[1], depth + 1) });
}

/** @param {RegExpExecArray} found @returns {Inline} */
function time(found) {
  return { is: "time", seconds: Number(found[1]), style: found[2] ?? "f", written: found[0] };
}

/** @param {RegExpExecArray} found @param {number} depth @returns {Inline} */
function masked(found, depth) {
  return { is: "link", address: found[2], inside: parseInline(found[1], depth + 1) };
}

/** @param {string} address @returns {Inline} */
function bare(address) {
  return { is: "link", address, inside: [{ is: "text", text: address }] };
}

/** The full stop after an address belongs to the sentence. @param {string} written @returns {Inline[]} */
function bareWithTail(written) {
  const address = written.replace(/[.,:;!?"'*_~|\]]+$/, "");
  const tail = written.slice(address.length);
  return tail ? [bare(address), { is: "text", text: tail }] : [bare(address)];
}
