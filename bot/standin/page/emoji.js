import { element } from "./element.js";
import { icon } from "./icon.js";

/** What an emoji reads: its sign, or its name where it is a server's own. @param {Emoji | undefined} emoji */
export function emojiText(emoji) {
  if (!emoji?.name) return "";
  return emoji.id ? `:${emoji.name}:` : emoji.name;
}

/** An emoji drawn; a server's own is a placeholder and its name, as its picture lies with Discord. @param {Emoji} emoji @param {string} kind the class of its place @param {boolean} [isOrnament] whether words beside it say enough */
export function emojiSign(emoji, kind, isOrnament = false) {
  const words = emojiText(emoji);
  return element(
    "span",
    { class: `${kind}${emoji.id ? " custom-emoji" : ""}`, "aria-hidden": isOrnament ? "true" : null },
    emoji.id ? icon("smile") : null,
    words,
  );
}
