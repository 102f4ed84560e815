import { nameOf } from "./avatar.js";
import { channelName } from "./world.js";

const STRINGS = 3;
const USERS = 5;
const ROLES = 6;
const CHANNELS = 8;

/** What can be chosen in a select of any type, with what is chosen from the start. @param {Component} component @param {World} world @returns {Item[]} */
export function itemsOf(component, world) {
  if (component.type === STRINGS) return (component.options ?? []).map(fromOption);
  const chosen = new Set((component.default_values ?? []).map((value) => value.id));
  return offered(component, world).map((item) => ({ ...item, chosen: chosen.has(item.value) }));
}

/** @param {Component} component @param {World} world @returns {Item[]} */
function offered(component, world) {
  const users = () =>
    world.users.map((user) => ({
      label: nameOf(user),
      note: user.username.toLowerCase() === nameOf(user).toLowerCase() ? "" : user.username,
      value: user.id,
    }));
  const roles = () => world.roles().map((role) => ({ label: roleName(role), value: role.id }));
  if (component.type === USERS) return users();
  if (component.type === ROLES) return roles();
  if (component.type !== CHANNELS) return [...users(), ...roles()];
  return world
    .channelsHere(component.channel_types)
    .map((channel) => ({ label: `#${channelName(channel, world)}`, value: channel.id }));
}

/** A role's name, with its sign. @param {Role} role */
function roleName(role) {
  return role.name.startsWith("@") ? role.name : `@${role.name}`;
}

/** @param {SelectOption} option @returns {Item} */
function fromOption(option) {
  return {
    label: option.label,
    description: option.description,
    value: option.value,
    emoji: option.emoji,
    chosen: option.default === true,
  };
}
