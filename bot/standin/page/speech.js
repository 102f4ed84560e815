/** What nobody needs to hear: controls, pictures, covered words and small marks. */
const SILENT =
  "button, a.button, select, img, svg, [role='button'], [role='combobox'], [role='listbox'], [aria-hidden='true'], .edited";
/** Elements that go on with the line they stand in; all others begin one. */
const INLINE = ["A", "B", "CODE", "EM", "I", "S", "SPAN", "STRONG", "TIME", "U"];
/** A line that ends so needs no full stop. */
const ENDED = /[.!?:;,…。！？：]$/u;

/** The lines of a drawing as they are read aloud. @param {Element} node @returns {string[]} */
export function lines(node) {
  return [...texts(node)]
    .join("")
    .split("\n")
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter(Boolean);
}

/** Lines as sentences, cut where they get too long. @param {string[]} told @param {number} longest */
export function sentences(told, longest) {
  const whole = told.map((line) => (ENDED.test(line) ? line : `${line}.`)).join(" ");
  return whole.length > longest ? `${whole.slice(0, longest)}…` : whole;
}

/** @param {Node} node @returns {Generator<string>} */
function* texts(node) {
  if (node instanceof Text) yield node.data;
  if (!(node instanceof Element) || node.matches(SILENT)) return;
  const edge = INLINE.includes(node.tagName) ? "" : "\n";
  yield edge;
  for (const child of node.childNodes) yield* texts(child);
  yield edge;
}
