/** The last instant a JavaScript date can hold, in seconds. */
const LAST_SECOND = 8.64e12;

/** @type {Record<string, Intl.DateTimeFormatOptions>} */
const STYLES = {
  t: { timeStyle: "short" },
  T: { timeStyle: "medium" },
  d: { dateStyle: "short" },
  D: { dateStyle: "long" },
  f: { dateStyle: "long", timeStyle: "short" },
  F: { dateStyle: "full", timeStyle: "short" },
  s: { dateStyle: "short", timeStyle: "short" },
  S: { dateStyle: "short", timeStyle: "medium" },
};

/** @type {[Intl.RelativeTimeFormatUnit, number][]} */
const UNITS = [
  ["year", 365 * 86400],
  ["month", 30 * 86400],
  ["day", 86400],
  ["hour", 3600],
  ["minute", 60],
  ["second", 1],
];

let language = "en-GB";

/** Words are written in this language from now on; one that the browser does not know changes nothing. @param {string | undefined} locale */
export function speak(locale) {
  if (!locale) return;
  try {
    language = Intl.getCanonicalLocales(locale)[0] ?? language;
  } catch (error) {
    console.warn("unknown locale", locale, error);
  }
}

/** Whether a date can hold it. @param {number} seconds */
export function isDate(seconds) {
  return Number.isFinite(seconds) && Math.abs(seconds) <= LAST_SECOND;
}

/** What a `<t:…>` reads. @param {number} seconds @param {string} style @param {number} now milliseconds */
export function inWords(seconds, style, now) {
  if (style === "R") return relative(seconds - now / 1000);
  return new Intl.DateTimeFormat(language, STYLES[style] ?? STYLES.f).format(new Date(seconds * 1000));
}

/** @param {number} ahead seconds from now */
function relative(ahead) {
  const size = Math.max(Math.abs(Math.round(ahead)), 1);
  const [unit, length] = UNITS.find(([, seconds]) => size >= seconds) ?? UNITS[UNITS.length - 1];
  const count = Math.round(size / length);
  return new Intl.RelativeTimeFormat(language, { numeric: "always" }).format(
    ahead < 0 ? -count : count,
    unit,
  );
}
