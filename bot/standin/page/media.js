import { element } from "./element.js";
import { icon } from "./icon.js";
import { pictureAddress } from "./links.js";
import { spoiler } from "./spoiler.js";

/** A picture, or a tile in its place where this page may not load it. @param {string | undefined} address @param {string} description */
function picture(address, description) {
  const own = address ? pictureAddress(address) : null;
  if (own) return element("img", { src: own, alt: description, loading: "lazy" });
  const words = description || "A picture, not loaded here";
  return element(
    "span",
    { class: "no-picture", role: "img", "aria-label": words, title: words },
    icon("picture"),
  );
}

/** Pictures in a grid. @param {Component} component */
export function gallery(component) {
  const tiles = (component.items ?? []).map((item) => {
    const drawn = picture(item.media?.url, item.description ?? "");
    return element("div", { class: "tile" }, item.spoiler ? spoiler([drawn]) : drawn);
  });
  return element("div", { class: `gallery count-${Math.min(tiles.length, 4)}` }, ...tiles);
}

/** A small picture beside a section's texts. @param {Component} component */
export function thumbnail(component) {
  return element("div", { class: "thumbnail" }, picture(component.media?.url, component.description ?? ""));
}

/** A file's name. @param {Component} component */
export function file(component) {
  return element("div", { class: "file" }, icon("picture"), component.name ?? "A file");
}
