import { element } from "./element.js";

/**
 * What the server tells of one exchange, and of its bodies when asked.
 * @typedef {{by: string, part: string, problems: string[]}} Check
 * @typedef {{number: number, at: number, way: string, method: string, path: string, status: number,
 *            refused: boolean, checks: Check[]}} Exchange
 * @typedef {{number: number, body?: any, answer?: any, gone?: boolean}} Bodies
 */

/** One exchange as a line of the list; its bodies are asked for when it is opened. @param {Exchange} exchange @param {(number: number) => void} ask @returns {HTMLElement} */
export function drawExchange(exchange, ask) {
  const more = element("div", { class: "exchange-more" });
  const details = /** @type {HTMLDetailsElement} */ (element("details", {}, summary(exchange), more));
  details.addEventListener("toggle", () => details.open && !more.hasChildNodes() && ask(exchange.number));
  const kind = `exchange${exchange.refused ? " refused" : ""}`;
  return element("li", { class: kind, "data-number": exchange.number }, details);
}

/** Puts the bodies of an exchange under its line. @param {HTMLElement} line @param {Exchange} exchange @param {Bodies} told */
export function drawBodies(line, exchange, told) {
  const faults = exchange.checks.flatMap((check) =>
    check.problems.map((problem) => element("li", {}, `${check.by}, ${check.part}: ${problem}`)),
  );
  const more = /** @type {HTMLElement} */ (line.querySelector(".exchange-more"));
  const isPayload = exchange.status === 0;
  const parts = told.gone
    ? [element("p", {}, "This is no longer kept.")]
    : [
        element("p", { class: "exchange-title" }, `${exchange.method} ${exchange.path}`),
        ...json(isPayload ? "Payload" : "Body", told.body),
        ...(isPayload ? [] : json("Answer", told.answer)),
      ];
  more.replaceChildren(
    ...(faults.length ? [element("ul", { class: "exchange-faults" }, ...faults)] : []),
    ...parts,
  );
}

/** @param {Exchange} exchange */
function summary(exchange) {
  const { method, path, status, refused } = exchange;
  const outcome = status ? `${status}${refused ? " refused" : ""}` : exchange.way;
  return element(
    "summary",
    {},
    element(
      "span",
      { class: "exchange-first" },
      element("span", { class: "exchange-method" }, method),
      " ",
      element("span", { class: "exchange-path" }, short(path)),
    ),
    " ",
    element(
      "span",
      { class: "exchange-second" },
      element("time", { datetime: new Date(exchange.at * 1000).toISOString() }, hour(exchange.at)),
      " ",
      element("span", { class: "exchange-status" }, outcome),
      ...verdicts(exchange).flatMap((words) => [" ", words]),
    ),
  );
}

/** What was checked, by what, and how it came out. @param {Exchange} exchange */
function verdicts(exchange) {
  if (!exchange.checks.length) return [element("span", { class: "verdict" }, "not checked")];
  return exchange.checks.map((check) => {
    const { length } = check.problems;
    const kind = `verdict${length ? " faulty" : ""}`;
    const faults = length ? `, ${length === 1 ? "1 fault" : `${length} faults`}` : "";
    return element("span", { class: kind }, `${length ? "✗" : "✓"} ${check.part}: ${check.by}${faults}`);
  });
}

/** @param {string} title @param {any} value */
function json(title, value) {
  if (value === null || value === undefined) return [element("p", { class: "exchange-title" }, `${title}: none`)];
  return [
    element("p", { class: "exchange-title" }, title),
    element("pre", { tabindex: "0" }, JSON.stringify(value, null, 2)),
  ];
}

/** A path that fits a line: ids by their last digits. @param {string} path */
function short(path) {
  return path.replace(/^\/api\/v\d+/, "").replace(/\d{13,16}(?=\d{4}(?!\d))/g, "…");
}

/** @param {number} at in seconds */
function hour(at) {
  return new Date(at * 1000).toLocaleTimeString("en-GB");
}
