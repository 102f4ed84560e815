import { nameOf } from "./avatar.js";

const THREADS = [10, 11, 12];
const WRITABLE = [0, 1, 3, 5, ...THREADS];

/** What the server has told: people, places and commands. */
export class World {
  /** @type {User[]} */
  users = [];
  /** @type {Guild[]} */
  guilds = [];
  /** @type {Channel[]} */
  dms = [];
  /** @type {Command[]} */
  commands = [];
  /** @type {User | null} */
  you = null;
  channelId = "";
  /** How the machine's six play, by server; where they do not there is nothing. @type {Record<string, string>} */
  company = {};
  /** Channels with something unread. @type {Set<string>} */
  unread = new Set();

  /** Takes a whole snapshot. @param {any} told */
  take(told) {
    this.users = told.users ?? [];
    this.guilds = told.guilds ?? [];
    this.dms = told.dms ?? [];
    this.commands = told.commands ?? [];
    this.company = told.company ?? {};
    this.you = typeof told.you === "string" ? this.user(told.you) : told.you;
    this.channelId = told.channel_id ?? "";
  }

  /** @param {string} id @returns {User | null} */
  user(id) {
    return this.users.find((user) => user.id === id) ?? null;
  }

  /** People one can be. */
  players() {
    return this.users.filter((user) => user.player);
  }

  /** Whoever answers the commands. @returns {User} */
  bot() {
    return this.users.find((user) => user.bot) ?? { id: "0", username: "App", bot: true };
  }

  /** The open channel's guild. */
  guild() {
    return this.guilds.find((guild) => channelsOf(guild).some((channel) => channel.id === this.channelId));
  }

  /** The roles of the open channel's guild. */
  roles() {
    return this.guild()?.roles ?? [];
  }

  /** @param {string} id */
  role(id) {
    return this.guilds.flatMap((guild) => guild.roles ?? []).find((role) => role.id === id);
  }

  /** The channels of the open guild. @param {number[]} [types] */
  channelsHere(types) {
    const guild = this.guild();
    return guild ? channelsOf(guild).filter((channel) => !types?.length || types.includes(channel.type)) : [];
  }

  /** @param {string} id @returns {Channel | undefined} */
  channel(id) {
    return [...this.guilds.flatMap(channelsOf), ...this.dms].find((channel) => channel.id === id);
  }

  /** Drops a channel that is gone; says whether it was the open one. @param {string} id */
  forget(id) {
    this.dms = this.dms.filter((channel) => channel.id !== id);
    for (const guild of this.guilds) {
      guild.channels = (guild.channels ?? []).filter(
        (channel) => channel.id !== id && channel.parent_id !== id,
      );
      guild.threads = (guild.threads ?? []).filter(
        (channel) => channel.id !== id && channel.parent_id !== id,
      );
    }
    return !this.channel(this.channelId);
  }
}

/** A guild's channels one can read, each followed by its threads. @param {Guild} guild @returns {Channel[]} */
export function channelsOf(guild) {
  const all = [...(guild.channels ?? []), ...(guild.threads ?? [])].filter((channel) =>
    WRITABLE.includes(channel.type),
  );
  const threads = all.filter(isThread);
  const tops = all
    .filter((channel) => !isThread(channel))
    .sort((a, b) => (a.position ?? 0) - (b.position ?? 0));
  const orphans = threads.filter((thread) => !tops.some((top) => top.id === thread.parent_id));
  return [
    ...tops.flatMap((top) => [top, ...threads.filter((thread) => thread.parent_id === top.id)]),
    ...orphans,
  ];
}

/** @param {Channel} channel */
export function isThread(channel) {
  return THREADS.includes(channel.type);
}

/** A channel's name; a DM bears that of whoever is at its other end. @param {Channel | undefined} channel @param {World} world */
export function channelName(channel, world) {
  if (!channel) return "no channel";
  if (channel.name) return channel.name;
  const others = (channel.recipients ?? []).filter((user) => user.id !== world.you?.id);
  return others.map(nameOf).join(", ") || nameOf(world.bot());
}
