/**
 * A command one can give: its words, its own options, and the command and groups it lies in.
 * @typedef {{path: string, shown: string, description: string, options: Option[], command: Command, groups: Option[]}} Invocation
 */

const CHAT = 1;
const SUBCOMMAND = 1;
const GROUP = 2;

/** A name or description in a player's language. @param {any} named @param {"name" | "description"} part @param {string | undefined} locale @returns {string} */
export function localised(named, part, locale) {
  return (locale && named[`${part}_localizations`]?.[locale]) || named[part] || "";
}

/** Everything one can give, subcommands one by one, in alphabetical order. @param {Command[]} commands @param {string} [locale] @returns {Invocation[]} */
export function invocations(commands, locale) {
  const chat = commands.filter((command) => (command.type ?? CHAT) === CHAT);
  const found = chat.flatMap((command) => spread(command, command, [], locale));
  return found.sort((a, b) => a.shown.localeCompare(b.shown));
}

/** @param {Command} command @param {Option} at @param {Option[]} groups @param {string | undefined} locale @returns {Invocation[]} */
function spread(command, at, groups, locale) {
  const below = (at.options ?? []).filter((option) => option.type === SUBCOMMAND || option.type === GROUP);
  if (below.length) return below.flatMap((option) => spread(command, option, [...groups, option], locale));
  const steps = [command, ...groups];
  return [
    {
      path: steps.map((step) => step.name).join(" "),
      shown: steps.map((step) => localised(step, "name", locale)).join(" "),
      description: localised(at, "description", locale),
      options: at.options ?? [],
      command,
      groups,
    },
  ];
}

/** Those that fit what is typed, best first: at the beginning, at the beginning of any word, or within. @param {Invocation[]} all @param {string} typed */
export function matching(all, typed) {
  const wanted = typed.toLowerCase().replace(/\s+/g, " ");
  const ranked = all.map((one) => ({
    one,
    rank: Math.min(fit(one.path, wanted), fit(one.shown.toLowerCase(), wanted)),
  }));
  return ranked
    .filter(({ rank }) => rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .map(({ one }) => one);
}

/** How far words are from what is wanted: 0 best, 3 not at all. @param {string} words @param {string} wanted */
function fit(words, wanted) {
  if (words.startsWith(wanted)) return 0;
  if (words.split(" ").some((word) => word.startsWith(wanted))) return 1;
  return words.includes(wanted) ? 2 : 3;
}

/** A typed line that begins with a whole command and a space, and what follows it. @param {Invocation[]} all @param {string} typed */
export function begun(all, typed) {
  const named = all.flatMap((one) => [one.path, one.shown].map((words) => ({ one, words })));
  const fits = named.filter(({ words }) => typed.toLowerCase().startsWith(`${words.toLowerCase()} `));
  const longest = fits.sort((a, b) => b.words.length - a.words.length)[0];
  return longest ? { invocation: longest.one, rest: typed.slice(longest.words.length + 1) } : null;
}

/** The body of an interaction as Discord's client sends it. @param {Invocation} invocation @param {object[]} values */
export function interactionData({ command, groups }, values) {
  const options = groups.reduceRight(
    (inside, group) => [{ type: group.type, name: group.name, options: inside }],
    values,
  );
  return { id: command.id, name: command.name, type: CHAT, version: command.version, options };
}
