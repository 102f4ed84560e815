import { attachments } from "./attachments.js";
import { avatar, nameOf } from "./avatar.js";
import { drawComponent } from "./components.js";
import { element } from "./element.js";
import { embeds } from "./embed.js";
import { icon } from "./icon.js";
import { markdown } from "./markdown_view.js";
import { preview } from "./preview.js";
import { lines, sentences } from "./speech.js";
import { inWords } from "./timestamp.js";

const EPHEMERAL = 64;
const LOADING = 128;
/** Messages this close together share one head, in milliseconds. */
const TOGETHER = 7 * 60_000;
/** A message's name is cut here. */
const LONGEST_NAME = 160;

/** A message, drawn; one that cannot be drawn says so and harms no other. @param {Message} message @param {Scene} scene @returns {HTMLElement} */
export function drawMessage(message, scene) {
  try {
    return draw(message, scene);
  } catch (error) {
    console.warn("message not drawn", message, error);
    const words = element("p", { class: "broken" }, "This message cannot be shown here.");
    return element("article", { class: "message", tabindex: "-1", "data-message": message?.id }, words);
  }
}

/** Whether a message needs no head of its own after another. @param {Message | undefined} before @param {Message} message */
export function continues(before, message) {
  if (!before || userOf(message) || message.message_reference || isEphemeral(before) !== isEphemeral(message))
    return false;
  return before.author?.id === message.author?.id && sent(message) - sent(before) < TOGETHER;
}

/** Whether it only says that an answer will come. @param {Message} message */
export function isLoading(message) {
  return Boolean((message.flags ?? 0) & LOADING);
}

/** Whether only one person sees it. @param {Message} message */
export function isEphemeral(message) {
  return Boolean((message.flags ?? 0) & EPHEMERAL);
}

/** @param {Message} message @param {Scene} scene */
function draw(message, scene) {
  const classes = `message${isEphemeral(message) ? " ephemeral" : ""}`;
  const drawn = body(message, scene);
  return element(
    "article",
    {
      class: classes,
      tabindex: "-1",
      "data-message": message.id,
      "aria-label": label(message, drawn),
    },
    origin(message, scene),
    avatar(message.author),
    head(message, scene),
    drawn,
    fault(message, scene),
    footer(message, scene),
  );
}

/** Its name to whoever cannot see it: who wrote it, and its words up to the first heading, else the first line. @param {Message} message @param {HTMLElement} drawn */
function label(message, drawn) {
  const all = lines(drawn);
  const heading = drawn.querySelector("h3, h4, h5, h6");
  const end = heading ? all.indexOf(lines(heading)[0] ?? "") : 0;
  const words = sentences(all.slice(0, Math.max(end, 0) + 1), LONGEST_NAME);
  return words ? `${nameOf(message.author)}: ${words}` : `Message from ${nameOf(message.author)}`;
}

/** @param {Message} message */
function sent(message) {
  return Date.parse(message.timestamp ?? "") || 0;
}

/** Who gave the command that a message answers. @param {Message} message */
function userOf(message) {
  const cause = message.interaction_metadata ?? message.interaction;
  return cause?.name ? cause.user : null;
}

/** What a message answers. @param {Message} message @param {Scene} scene */
function origin(message, scene) {
  const cause = message.interaction_metadata ?? message.interaction;
  const user = userOf(message);
  if (user) {
    return element(
      "p",
      { class: "origin" },
      icon("reply"),
      element("strong", {}, nameOf(user)),
      " used ",
      element("span", { class: "command-name" }, `/${cause?.name}`),
    );
  }
  const answered = message.referenced_message ?? scene.find(message.message_reference?.message_id ?? "");
  return answered ? answer(answered, scene) : null;
}

/** The message that another one answers, in a line that leads to it. @param {Message} answered @param {Scene} scene */
function answer(answered, scene) {
  const attributes = {
    type: "button",
    class: "origin-words",
    "data-key": "answered",
    click: () => scene.open(answered.channel_id, answered.id),
  };
  return element(
    "p",
    { class: "origin" },
    icon("reply"),
    element("strong", {}, nameOf(answered.author)),
    element("button", attributes, preview(answered, scene) || "Go to the message"),
  );
}

/** @param {Message} message @param {Scene} scene */
function head(message, scene) {
  const when = sent(message);
  return element(
    "header",
    { class: "head" },
    element("strong", { class: "author" }, nameOf(message.author)),
    message.author?.bot ? element("span", { class: "tag" }, "APP") : null,
    when ? element("time", { datetime: new Date(when).toISOString() }, moment(when, scene)) : null,
  );
}

/** The hour of today's messages, the day of older ones. @param {number} when @param {Scene} scene */
function moment(when, scene) {
  const now = scene.clock.now();
  const today = new Date(now).toDateString() === new Date(when).toDateString();
  return inWords(when / 1000, today ? "t" : "s", now);
}

/** @param {Message} message @param {Scene} scene */
function body(message, scene) {
  const parts = [];
  if (isLoading(message)) parts.push(thinking(message));
  if (message.content) parts.push(markdown(message.content, scene));
  parts.push(...attachments(message), ...embeds(message, scene));
  for (const component of [message.components ?? []].flat())
    parts.push(drawComponent(component, message, scene));
  if (message.edited_timestamp && message.content)
    parts.push(element("span", { class: "edited" }, "(edited)"));
  return element("div", { class: "body" }, ...parts);
}

/** @param {Message} message */
function thinking(message) {
  return element(
    "p",
    { class: "thinking" },
    element("span", { class: "dots", "aria-hidden": "true" }),
    `${nameOf(message.author)} is thinking…`,
  );
}

/** @param {Message} message @param {Scene} scene */
function fault(message, scene) {
  const words = scene.fault(message);
  return words ? element("p", { class: "fault", role: "alert" }, words) : null;
}

/** @param {Message} message @param {Scene} scene */
function footer(message, scene) {
  if (!isEphemeral(message)) return null;
  const attributes = {
    type: "button",
    class: "text-button",
    "data-key": "dismiss",
    click: () => scene.dismiss(message),
  };
  return element(
    "footer",
    { class: "only-you" },
    icon("eye"),
    "Only you can see this · ",
    element("button", attributes, "Dismiss"),
  );
}
