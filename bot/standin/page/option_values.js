import { nameOf } from "./avatar.js";
import { localised } from "./commands.js";
import { channelName } from "./world.js";

/**
 * @typedef {{value: any} | {fault: string}} Read
 */

const STRING = 3;
const INTEGER = 4;
const BOOLEAN = 5;
const USER = 6;
const CHANNEL = 7;
const ROLE = 8;
const MENTIONABLE = 9;
const NUMBER = 10;

const SAFE = 2 ** 53;

/** The only values an option may have, or nothing where it may be typed freely. @param {Option} option @param {World} world @returns {Item[] | null} */
export function fixedItems(option, world) {
  if (option.choices?.length)
    return option.choices.map((choice) => ({
      label: localised(choice, "name", world.you?.locale),
      value: choice.value,
    }));
  if (option.type === BOOLEAN)
    return [
      { label: "True", value: true },
      { label: "False", value: false },
    ];
  const users = () => world.users.map((user) => ({ label: `@${nameOf(user)}`, value: user.id }));
  const roles = () => world.roles().map((role) => ({ label: `@${role.name}`, value: role.id }));
  if (option.type === USER) return users();
  if (option.type === ROLE) return roles();
  if (option.type === MENTIONABLE) return [...users(), ...roles()];
  if (option.type === CHANNEL)
    return world
      .channelsHere(option.channel_types)
      .map((channel) => ({ label: `#${channelName(channel, world)}`, value: channel.id }));
  return null;
}

/** Those whose name holds what is typed. @param {Item[]} items @param {string} typed */
export function narrowed(items, typed) {
  const wanted = typed.trim().toLowerCase();
  return items.filter((item) => item.label.toLowerCase().includes(wanted));
}

/** What an option may hold, in words. @param {Option} option */
export function bounds(option) {
  const { min_value: least, max_value: most, min_length: short, max_length: long } = option;
  const unit =
    option.type === STRING
      ? "characters"
      : option.type === INTEGER
        ? "whole number"
        : option.type === NUMBER
          ? "number"
          : "";
  const [low, high] = option.type === STRING ? [short, long] : [least, most];
  if (low === undefined && high === undefined) return option.type === STRING ? "" : unit;
  const range =
    low === undefined ? `up to ${high}` : high === undefined ? `from ${low}` : `${low} to ${high}`;
  return option.type === STRING ? `${range} characters` : `${unit}, ${range}`;
}

/** The value of what is typed, or what is wrong with it. @param {Option} option @param {string} typed @param {Item[] | null} fixed @returns {Read} */
export function read(option, typed, fixed) {
  if (fixed) return readFixed(typed, fixed);
  if (option.type === INTEGER || option.type === NUMBER) return readNumber(option, typed.trim());
  if (option.type === STRING) return readText(option, typed);
  return { fault: "This kind of option cannot be filled in here." };
}

/** @param {string} typed @param {Item[]} fixed @returns {Read} */
function readFixed(typed, fixed) {
  const item = fixed.find((each) => each.label.toLowerCase() === typed.trim().toLowerCase());
  return item ? { value: item.value } : { fault: "Choose one from the list." };
}

/** @param {Option} option @param {string} typed @returns {Read} */
function readNumber(option, typed) {
  const form = option.type === INTEGER ? /^[+-]?\d+$/ : /^[+-]?(\d+\.?\d*|\.\d+)$/;
  const value = Number(typed);
  if (!form.test(typed) || Math.abs(value) > SAFE)
    return { fault: option.type === INTEGER ? "Give a whole number." : "Give a number." };
  if (value < (option.min_value ?? -Infinity)) return { fault: `Give at least ${option.min_value}.` };
  if (value > (option.max_value ?? Infinity)) return { fault: `Give at most ${option.max_value}.` };
  return { value };
}

/** @param {Option} option @param {string} typed @returns {Read} */
function readText(option, typed) {
  const length = [...typed].length;
  const least = option.min_length ?? 0;
  const most = option.max_length ?? 6000;
  if (length < least) return { fault: `Give at least ${least} characters.` };
  return length > most ? { fault: `Give at most ${most} characters.` } : { value: typed };
}
