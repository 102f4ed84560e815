const SVG = "http://www.w3.org/2000/svg";

/** Outlines on a 24 by 24 field, drawn for this page. */
const OUTLINES = {
  menu: "M4 6h16M4 12h16M4 18h16",
  hash: "M9 4 7 20M17 4l-2 16M4 9h17M3 15h17",
  thread: "M5 4h14v11H11l-4 4v-4H5zM9 8h6M9 11h4",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8M4 21c0-4 4-6 8-6s8 2 8 6",
  sun: "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8M12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M19 5l-2 2M7 17l-2 2",
  eye: "M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6",
  link: "M14 4h6v6M20 4l-9 9M18 14v6H4V6h6",
  down: "m6 9 6 6 6-6",
  send: "M4 12h15M13 6l6 6-6 6",
  reply: "M5 19V11q0-4 4-4h11",
  file: "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6",
  smile: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M8.5 10v.5M15.5 10v.5M8 14q4 4 8 0",
  check: "m5 13 4 4L19 7",
  traffic: "M4 8h14M14 4l4 4-4 4M20 16H6M10 12l-4 4 4 4",
  picture: "M3 5h18v14H3zM3 16l5-5 4 4 3-3 6 6",
};

/** An ornament that screen readers skip. @param {keyof typeof OUTLINES} name @returns {SVGSVGElement} */
export function icon(name) {
  const picture = document.createElementNS(SVG, "svg");
  picture.setAttribute("viewBox", "0 0 24 24");
  picture.setAttribute("aria-hidden", "true");
  picture.setAttribute("class", "icon");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", OUTLINES[name]);
  picture.append(path);
  return picture;
}
