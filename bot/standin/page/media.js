import { fileBox } from "./attachments.js";
import { element } from "./element.js";
import { icon } from "./icon.js";
import { pictureAddress } from "./links.js";
import { spoiler } from "./spoiler.js";

/** A picture that opens in a window of its own, or a tile in its place where this page may not load it. @param {Media | undefined} media @param {string} description @param {boolean} [opens] */
export function picture(media, description, opens = true) {
  const own = media?.url ? pictureAddress(media.url) : null;
  if (!own) return placeholder(description);
  const { width, height } = media ?? {};
  const drawn = element("img", { src: own, alt: description, width: width || null, height: height || null });
  if (!opens || own.startsWith("data:")) return drawn;
  return element("a", { class: "picture", href: own, target: "_blank", "data-key": `picture:${own}` }, drawn);
}

/** @param {string} description */
function placeholder(description) {
  const words = description || "A picture, not loaded here";
  const title = `${words} (pictures from elsewhere are not loaded here)`;
  return element("span", { class: "no-picture", role: "img", "aria-label": words, title }, icon("picture"));
}

/** Pictures side by side. @param {HTMLElement[]} pictures */
export function pictureGrid(pictures) {
  const tiles = pictures.map((each) => element("div", { class: "tile" }, each));
  return element("div", { class: `gallery count-${Math.min(tiles.length, 4)}` }, ...tiles);
}

/** Pictures in a grid. @param {Component} component */
export function gallery(component) {
  const items = component.items ?? [];
  return pictureGrid(items.map((item) => covered(item.spoiler, picture(item.media, item.description ?? ""))));
}

/** A small picture beside a section's texts. @param {Component} component */
export function thumbnail(component) {
  const drawn = picture(component.media, component.description ?? "");
  return element("div", { class: "thumbnail" }, covered(component.spoiler, drawn));
}

/** A file's name and size, as its message knows them. @param {Component} component @param {Message} message */
export function file(component, message) {
  const url = component.file?.url ?? "";
  const known = (message.attachments ?? []).find((each) => each.url === url);
  const name = component.name ?? known?.filename ?? decodeURIComponent(url.split("/").pop() || "A file");
  return covered(component.spoiler, fileBox(name, url, component.size ?? known?.size));
}

/** @param {boolean | undefined} isSpoiler @param {HTMLElement} drawn */
function covered(isSpoiler, drawn) {
  return isSpoiler ? spoiler([drawn]) : drawn;
}
