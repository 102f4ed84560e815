import { localised } from "./commands.js";

/**
 * Options written in one line, as `about:Gamera 2 questions:5`, and what stands before the first of them.
 * A name counts at the beginning or after a space, so that a value may hold a colon.
 * @param {string} text @param {Option[]} options @param {string | undefined} locale
 * @returns {{before: string, given: {option: Option, value: string}[]}}
 */
export function named(text, options, locale) {
  const names = new Map(options.flatMap((option) => namesOf(option, locale).map((name) => [name, option])));
  const parts = text.split(/(?:^|\s+)([^\s:]+):/u);
  // the parts are by turns what stands between and a name; one that no option has belongs to what is before it
  let before = parts[0];
  /** @type {{option: Option, value: string}[]} */
  const given = [];
  for (let at = 1; at < parts.length; at += 2) {
    const option = names.get(parts[at].toLowerCase());
    const last = given[given.length - 1];
    if (option) given.push({ option, value: parts[at + 1].trimStart() });
    else if (last) last.value += ` ${parts[at]}:${parts[at + 1]}`;
    else before += ` ${parts[at]}:${parts[at + 1]}`;
  }
  return { before: before.trim(), given };
}

/** @param {Option} option @param {string | undefined} locale */
function namesOf(option, locale) {
  return [option.name, localised(option, "name", locale)].map((name) => name.toLowerCase());
}
