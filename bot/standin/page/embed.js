import { element } from "./element.js";
import { webAddress } from "./links.js";
import { markdown, markdownLine } from "./markdown_view.js";
import { picture, pictureGrid } from "./media.js";
import { inWords } from "./timestamp.js";

const SUPPRESSED = 1 << 2;
/** Inline fields stand side by side, at most so many. */
const ABREAST = 3;

/** The embeds of a message; those of one address and nothing but a picture join the first. @param {Message} message @param {Scene} scene */
export function embeds(message, scene) {
  const all = (message.flags ?? 0) & SUPPRESSED ? [] : [message.embeds ?? []].flat();
  const heads = all.filter((embed, at) => !embed.url || all.findIndex((other) => other.url === embed.url) === at);
  return heads.map((embed) =>
    draw(
      embed,
      all.filter((other) => other === embed || (embed.url && other.url === embed.url)),
      scene,
    ),
  );
}

/** @param {Embed} embed @param {Embed[]} together @param {Scene} scene */
function draw(embed, together, scene) {
  const pictures = together.flatMap((each) => (each.image ? [each.image] : []));
  const box = element(
    "div",
    { class: `embed${embed.thumbnail ? " with-thumbnail" : ""}` },
    element(
      "div",
      { class: "embed-words" },
      embed.provider?.name ? element("p", { class: "embed-provider" }, embed.provider.name) : null,
      author(embed),
      title(embed, scene),
      embed.description ? markdown(embed.description, scene) : null,
      fields(embed.fields ?? [], scene),
    ),
    embed.thumbnail
      ? element("div", { class: "thumbnail" }, picture(embed.thumbnail, "The embed's thumbnail"))
      : null,
    pictures.length ? pictureGrid(pictures.map((each) => picture(each, "The embed's picture"))) : null,
    footer(embed, scene),
  );
  if (Number.isInteger(embed.color)) box.style.setProperty("--accent", hex(Number(embed.color)));
  return box;
}

/** @param {Embed} embed */
function author({ author: who }) {
  if (!who?.name) return null;
  return element("p", { class: "embed-author" }, smallPicture(who.icon_url), linked(who.name, who.url));
}

/** @param {Embed} embed @param {Scene} scene */
function title(embed, scene) {
  if (!embed.title) return null;
  return element("p", { class: "embed-title" }, linked(markdownLine(embed.title, scene), embed.url));
}

/** @param {Field[]} all @param {Scene} scene */
function fields(all, scene) {
  if (!all.length) return null;
  const drawn = abreast(all).flatMap((row) =>
    row.map((field) =>
      element(
        "div",
        { class: `embed-field of-${row.length}` },
        element("p", { class: "embed-field-name" }, markdownLine(field.name, scene)),
        markdown(field.value, scene),
      ),
    ),
  );
  return element("div", { class: "embed-fields" }, ...drawn);
}

/** Fields in their rows: inline ones together, others alone. @param {Field[]} all @returns {Field[][]} */
function abreast(all) {
  /** @type {Field[][]} */
  const rows = [];
  for (const field of all) {
    const last = rows[rows.length - 1];
    if (field.inline && last?.[0].inline && last.length < ABREAST) last.push(field);
    else rows.push([field]);
  }
  return rows;
}

/** @param {Embed} embed @param {Scene} scene */
function footer(embed, scene) {
  const when = Date.parse(embed.timestamp ?? "");
  const time = Number.isFinite(when)
    ? element("time", { datetime: new Date(when).toISOString() }, inWords(when / 1000, "s", scene.clock.now()))
    : null;
  if (!embed.footer?.text && !time) return null;
  return element(
    "p",
    { class: "embed-footer" },
    smallPicture(embed.footer?.icon_url),
    embed.footer?.text ?? null,
    embed.footer?.text && time ? " • " : null,
    time,
  );
}

/** @param {string | undefined} address */
function smallPicture(address) {
  return address ? element("span", { class: "embed-icon", "aria-hidden": "true" }, picture({ url: address }, "", false)) : null;
}

/** @param {Node | string} inside @param {string | undefined} address */
function linked(inside, address) {
  const target = address ? webAddress(address) : null;
  if (!target) return element("span", {}, inside);
  const attributes = { href: target, target: "_blank", rel: "noreferrer noopener nofollow", "data-key": `link:${target}` };
  return element("a", attributes, inside);
}

/** @param {number} colour */
function hex(colour) {
  return `#${(colour & 0xffffff).toString(16).padStart(6, "0")}`;
}
