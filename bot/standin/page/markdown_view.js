import { nameOf } from "./avatar.js";
import { element } from "./element.js";
import { jump, webAddress } from "./links.js";
import { emojiSign } from "./emoji.js";
import { parseMarkdown } from "./markdown.js";
import { parseInline } from "./markdown_inline.js";
import { spoiler } from "./spoiler.js";
import { inWords, isDate } from "./timestamp.js";

/**
 * @typedef {import("./markdown.js").Block} Block
 * @typedef {import("./markdown_inline.js").Inline} Inline
 */

/** A text in Discord's markdown, drawn. @param {string} text @param {Scene} scene */
export function markdown(text, scene) {
  const blocks = parseMarkdown(text);
  const levels = headingLevels(blocks);
  return element(
    "div",
    { class: "markdown" },
    ...blocks.map((block) => drawBlock(block, scene, levels.get(block))),
  );
}

/** The page's own headings are levels 1 and 2; below them none is left out, whatever the bot has left out. @param {Block[]} blocks @returns {Map<Block, number>} */
function headingLevels(blocks) {
  const used = [...new Set(blocks.flatMap((block) => (block.is === "heading" ? [block.level] : [])))].sort();
  let before = 2;
  return new Map(
    blocks.flatMap((block) => {
      if (block.is !== "heading") return [];
      before = Math.min(used.indexOf(block.level) + 3, before + 1);
      return [[block, before]];
    }),
  );
}

/** A line of it, as in a title: marks, but no headings or lists. @param {string} text @param {Scene} scene */
export function markdownLine(text, scene) {
  return element("span", {}, ...drawAll(parseInline(text), scene));
}

/** @param {Block} block @param {Scene} scene @param {number} [level] of a heading @returns {HTMLElement} */
function drawBlock(block, scene, level = 3) {
  switch (block.is) {
    case "heading":
      return element(`h${level}`, { class: `heading-${block.level}` }, ...drawAll(block.inside, scene));
    case "subtext":
      return element("p", { class: "subtext" }, ...drawAll(block.inside, scene));
    case "quote":
      return element("blockquote", {}, ...block.blocks.map((inner) => drawBlock(inner, scene)));
    case "codeblock":
      return element("pre", { tabindex: "0" }, element("code", {}, block.text));
    case "list":
      return drawList(block, scene);
    default:
      return element("p", {}, ...drawAll(block.inside, scene));
  }
}

/** @param {Extract<Block, {is: "list"}>} list @param {Scene} scene */
function drawList(list, scene) {
  const items = list.items.map(({ inside, depth }) =>
    element("li", { class: `depth-${depth}` }, ...drawAll(inside, scene)),
  );
  return element(list.ordered ? "ol" : "ul", list.ordered ? { start: list.start } : {}, ...items);
}

/** @param {Inline[]} nodes @param {Scene} scene @returns {(Node | string)[]} */
function drawAll(nodes, scene) {
  return nodes.map((node) => drawInline(node, scene));
}

/** @param {Inline} node @param {Scene} scene @returns {Node | string} */
function drawInline(node, scene) {
  switch (node.is) {
    case "text":
      return node.text;
    case "code":
      return element("code", {}, node.text);
    case "strong":
    case "em":
      return element(node.is, {}, ...drawAll(node.inside, scene));
    case "underline":
      return element("u", {}, ...drawAll(node.inside, scene));
    case "strike":
      return element("s", {}, ...drawAll(node.inside, scene));
    case "spoiler":
      return spoiler(drawAll(node.inside, scene));
    case "link":
      return link(node.address, drawAll(node.inside, scene), scene);
    case "time":
      return time(node, scene);
    default:
      return mention(node, scene);
  }
}

/** @param {string} address @param {(Node | string)[]} inside @param {Scene} scene */
function link(address, inside, scene) {
  const target = webAddress(address);
  if (!target) return element("span", {}, ...inside);
  const leap = jump(target);
  if (leap) return channelButton(leap.channelId, inside, scene, leap.messageId);
  return element(
    "a",
    { href: target, target: "_blank", rel: "noreferrer noopener nofollow", "data-key": `link:${target}` },
    ...inside,
  );
}

/** @param {Extract<Inline, {is: "time"}>} node @param {Scene} scene */
function time({ seconds, style, written }, scene) {
  if (!isDate(seconds)) return written;
  const now = scene.clock.now();
  const attributes = {
    class: "moment",
    datetime: new Date(seconds * 1000).toISOString(),
    title: inWords(seconds, "F", now),
    "data-relative": style === "R" ? seconds : null,
  };
  return element("time", attributes, inWords(seconds, style, now));
}

/** @param {Inline} node @param {Scene} scene @returns {Node | string} */
function mention(node, scene) {
  switch (node.is) {
    case "user":
      return chip(`@${nameOf(scene.world.user(node.id))}`);
    case "role":
      return chip(`@${scene.world.role(node.id)?.name ?? "unknown role"}`);
    case "channel":
      return channelButton(node.id, [`#${scene.world.channel(node.id)?.name ?? "unknown"}`], scene);
    case "command":
      return commandButton(node.name, scene);
    case "emoji":
      return emojiSign({ name: node.name, id: "0" }, "emoji");
    case "everyone":
      return chip(node.text);
    default:
      return "";
  }
}

/** @param {string} words */
function chip(words) {
  return element("span", { class: "mention" }, words);
}

/** @param {string} channelId @param {(Node | string)[]} inside @param {Scene} scene @param {string} [messageId] */
function channelButton(channelId, inside, scene, messageId) {
  const attributes = {
    type: "button",
    class: "mention",
    "data-key": `channel:${channelId}`,
    click: () => scene.open(channelId, messageId),
  };
  return element("button", attributes, ...inside);
}

/** @param {string} name @param {Scene} scene */
function commandButton(name, scene) {
  const attributes = {
    type: "button",
    class: "mention",
    "data-key": `command:${name}`,
    click: () => scene.use(name),
  };
  return element("button", attributes, `/${name}`);
}
