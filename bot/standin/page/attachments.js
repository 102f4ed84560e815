import { element } from "./element.js";
import { icon } from "./icon.js";
import { ownAddress } from "./links.js";
import { picture, pictureGrid } from "./media.js";
import { spoiler } from "./spoiler.js";

const V2 = 1 << 15;
const UNITS = ["bytes", "KB", "MB", "GB"];
const SHOWN = /^image\/(?:png|jpeg|gif|webp)\b/;
const COVERED = /^SPOILER_/;

/** The files of a message that nothing in it shows already: pictures in a grid, others by their names. @param {Message} message */
export function attachments(message) {
  if ((message.flags ?? 0) & V2) return []; // there a file is seen where a component names it
  const used = JSON.stringify(message.embeds ?? []);
  const free = [message.attachments ?? []].flat().filter((file) => !used.includes(JSON.stringify(file.url)));
  const pictures = free.filter((file) => SHOWN.test(file.content_type ?? ""));
  const others = free.filter((file) => !pictures.includes(file));
  const grid = pictures.map((file) => cover(file, picture(file, file.description || file.filename)));
  return [
    ...(grid.length ? [pictureGrid(grid)] : []),
    ...others.map((file) => cover(file, fileBox(file.filename, file.url, file.size))),
  ];
}

/** A file to take away: its name and size. @param {string} name @param {string} address @param {number | undefined} size in bytes */
export function fileBox(name, address, size) {
  const own = ownAddress(address);
  const words = own
    ? element("a", { href: own, download: name, "data-key": `file:${own}` }, name)
    : element("span", {}, name);
  return element(
    "div",
    { class: "file" },
    icon("file"),
    element(
      "span",
      { class: "file-words" },
      words,
      size === undefined ? null : element("span", { class: "file-size" }, inUnits(size)),
    ),
  );
}

/** @param {Attachment} file @param {HTMLElement} drawn */
function cover(file, drawn) {
  return COVERED.test(file.filename) ? spoiler([drawn]) : drawn;
}

/** @param {number} size in bytes */
function inUnits(size) {
  const step = size ? Math.min(Math.floor(Math.log(size) / Math.log(1024)), UNITS.length - 1) : 0;
  return `${Number((size / 1024 ** step).toFixed(step ? 2 : 0))} ${UNITS[step]}`;
}
