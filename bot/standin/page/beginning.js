import { element } from "./element.js";
import { channelName, isThread } from "./world.js";

/** What stands above a channel's first message. @param {World} world */
export function beginning(world) {
  const channel = world.channel(world.channelId);
  const name = channelName(channel, world);
  const where = channel?.type === 1 ? `your messages with ${name}` : channel && isThread(channel) ? name : `#${name}`;
  return element(
    "div",
    { class: "beginning" },
    element("p", { class: "beginning-name" }, `This is the start of ${where}`),
    element("p", {}, "Type /quiz to begin, or /help."),
  );
}
