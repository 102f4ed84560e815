import { badge } from "./avatar.js";
import { element } from "./element.js";
import { icon } from "./icon.js";
import { channelName, channelsOf, isThread } from "./world.js";

const DMS = "dms";

/** The servers, and the channels of the one looked at. */
export class Places {
  #shown = DMS;

  /** @param {HTMLElement} nav @param {World} world @param {(channelId: string) => void} open */
  constructor(nav, world, open) {
    this.nav = nav;
    this.world = world;
    this.open = open;
  }

  /** Shows the group of channels that the open one belongs to. */
  follow() {
    this.#shown = this.world.guild()?.id ?? DMS;
    this.draw();
  }

  draw() {
    const held = this.nav.contains(document.activeElement)
      ? /** @type {HTMLElement} */ (document.activeElement).dataset.key
      : null;
    this.nav.replaceChildren(this.#rail(), this.#channels());
    for (const node of held ? this.nav.querySelectorAll("[data-key]") : []) {
      if (/** @type {HTMLElement} */ (node).dataset.key === held) /** @type {HTMLElement} */ (node).focus();
    }
  }

  #rail() {
    const servers = this.world.guilds.map((guild) =>
      this.#server(guild.id, guild.name, channelsOf(guild), badge(guild.id, guild.name)),
    );
    const direct = this.#server(
      DMS,
      "Direct messages",
      this.world.dms,
      element("span", { class: "avatar plain-badge" }, icon("person")),
    );
    return element("ul", { class: "rail", "aria-label": "Servers" }, direct, ...servers);
  }

  /** @param {string} id @param {string} name @param {Channel[]} channels @param {HTMLElement} face */
  #server(id, name, channels, face) {
    const unread = channels.some((channel) => this.world.unread.has(channel.id));
    const attributes = {
      type: "button",
      class: `server${unread ? " unread" : ""}`,
      title: name,
      "aria-label": unread ? `${name}, unread` : name,
      "aria-pressed": String(id === this.#shown),
      "data-key": `server:${id}`,
      click: () => this.#look(id),
    };
    return element("li", {}, element("button", attributes, face));
  }

  /** @param {string} id */
  #look(id) {
    this.#shown = id;
    this.draw();
  }

  #channels() {
    const guild = this.world.guilds.find((each) => each.id === this.#shown);
    const channels = guild ? channelsOf(guild) : this.world.dms;
    return element(
      "div",
      { class: "channels" },
      element("p", { class: "server-name" }, guild?.name ?? "Direct messages"),
      element("ul", { "aria-label": "Channels" }, ...channels.map((channel) => this.#channel(channel))),
    );
  }

  /** @param {Channel} channel */
  #channel(channel) {
    const unread = this.world.unread.has(channel.id);
    const name = channelName(channel, this.world);
    const attributes = {
      type: "button",
      class: `channel${isThread(channel) ? " thread" : ""}${unread ? " unread" : ""}`,
      "aria-current": channel.id === this.world.channelId ? "page" : null,
      "aria-label": unread ? `${name}, unread` : null,
      "data-key": `open:${channel.id}`,
      click: () => this.open(channel.id),
    };
    return element("li", {}, element("button", attributes, icon(signOf(channel)), name));
  }
}

/** The sign before a channel's name. @param {Channel | undefined} channel */
export function signOf(channel) {
  if (channel && isThread(channel)) return "thread";
  return channel?.type === 1 || channel?.type === 3 ? "person" : "hash";
}
