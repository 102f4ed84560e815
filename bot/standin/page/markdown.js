import { parseInline } from "./markdown_inline.js";

/**
 * @typedef {import("./markdown_inline.js").Inline} Inline
 * @typedef {{is: "paragraph" | "subtext", inside: Inline[]}
 *   | {is: "heading", level: number, inside: Inline[]}
 *   | {is: "quote", blocks: Block[]}
 *   | {is: "list", ordered: boolean, start: number, items: {inside: Inline[], depth: number}[]}
 *   | {is: "codeblock", text: string}} Block
 */

const FENCE = /```(?:([\w+.#-]{0,20})\n)?([^]*?[^\s][^]*?)\n?```/g;
const HEADING = /^(#{1,3})\s+(\S.*)$/;
const SUBTEXT = /^-#\s+(\S.*)$/;
const QUOTE = /^> (.*)$/;
const LONG_QUOTE = /^>>> ([^]*)$/;
const ENTRY = /^(\s{0,20})(?:([-*])|(\d{1,9})\.)\s+(\S.*)$/;

/** The blocks of a text, as Discord lays it out. @param {string} text @returns {Block[]} */
export function parseMarkdown(text) {
  /** @type {Block[]} */
  const blocks = [];
  let from = 0;
  for (const fence of text.matchAll(FENCE)) {
    const at = /** @type {number} */ (fence.index);
    const before = text.slice(from, at);
    if (/(?:^|\n)>>> /.test(before)) break; // everything after it is inside that quote
    blocks.push(...lines(before.replace(/\n$/, "")), { is: "codeblock", text: fence[2] });
    from = at + fence[0].length;
    if (text[from] === "\n") from += 1;
  }
  return [...blocks, ...lines(text.slice(from))];
}

/** @param {string} text @returns {Block[]} */
function lines(text) {
  /** @type {Block[]} */
  const blocks = [];
  const rest = text.split("\n");
  while (rest.length && text) blocks.push(...next(rest));
  return blocks;
}

/** Takes one block's lines off the front. @param {string[]} rest @returns {Block[]} */
function next(rest) {
  const heading = HEADING.exec(rest[0]);
  if (heading) return [{ is: "heading", level: heading[1].length, inside: taken(rest, heading[2]) }];
  const subtext = SUBTEXT.exec(rest[0]);
  if (subtext) return [{ is: "subtext", inside: taken(rest, subtext[1]) }];
  if (rest[0].startsWith(">>> ")) return longQuote(rest);
  if (QUOTE.test(rest[0])) return [quote(rest)];
  if (ENTRY.test(rest[0])) return [list(rest)];
  return paragraph(rest);
}

/** @param {string[]} rest @param {string} words */
function taken(rest, words) {
  rest.shift();
  return parseInline(words);
}

/** @param {string[]} rest @returns {Block[]} */
function longQuote(rest) {
  const found = LONG_QUOTE.exec(rest.splice(0).join("\n"));
  return [{ is: "quote", blocks: withoutQuotes(found ? found[1] : "") }];
}

/** @param {string[]} rest @returns {Block} */
function quote(rest) {
  const inside = [];
  while (rest.length && QUOTE.test(rest[0])) inside.push(/** @type {string} */ (rest.shift()).slice(2));
  return { is: "quote", blocks: withoutQuotes(inside.join("\n")) };
}

/** A quote holds no further quote. @param {string} text @returns {Block[]} */
function withoutQuotes(text) {
  return parseMarkdown(text.replace(/^>+ /gm, (mark) => `\\${mark}`));
}

/** @param {string[]} rest @returns {Block} */
function list(rest) {
  const first = /** @type {RegExpExecArray} */ (ENTRY.exec(rest[0]));
  const items = [];
  for (let found = first; found; found = /** @type {RegExpExecArray} */ (ENTRY.exec(rest[0] ?? ""))) {
    if (!found[1] && Boolean(found[3]) !== Boolean(first[3])) break;
    items.push({ inside: taken(rest, found[4]), depth: Math.min(Math.floor(found[1].length / 2), 5) });
  }
  return { is: "list", ordered: Boolean(first[3]), start: Number(first[3] ?? 1), items };
}

/** @param {string[]} rest @returns {Block[]} */
function paragraph(rest) {
  const words = [rest.shift()];
  while (rest.length && !startsBlock(rest[0])) words.push(rest.shift());
  const text = words.join("\n");
  return text || rest.length ? [{ is: "paragraph", inside: parseInline(text) }] : [];
}

/** @param {string} line */
function startsBlock(line) {
  return (
    HEADING.test(line) ||
    SUBTEXT.test(line) ||
    line.startsWith(">>> ") ||
    QUOTE.test(line) ||
    ENTRY.test(line)
  );
}
