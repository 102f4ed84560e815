import { Client } from "./client.js";
import { Clock } from "./clock.js";
import { Connection } from "./connection.js";
import { icon } from "./icon.js";
import { Interactions } from "./interactions.js";
import { themeSwitch } from "./theme.js";
import { World } from "./world.js";

const world = new World();
const connection = new Connection(who, hear, changed);
const interactions = new Interactions(connection);
const client = new Client(world, new Clock(), connection, interactions);

/** What each event of the server does. @type {Record<string, (told: any) => void>} */
const hearing = {
  ready: (told) => client.ready(told),
  history: (told) => client.history(told),
  message_create: (told) => client.created(told),
  message_update: (told) => client.updated(told),
  message_delete: (told) => client.deleted(told),
  typing: (told) => client.types(told),
  commands: (told) => (world.commands = told),
  interaction_result: (told) => interactions.settle(told),
  company: (told) => client.company(told),
  traffic: (told) => client.drawer.fill(told),
  exchange: (told) => client.drawer.add(told),
  exchange_bodies: (told) => client.drawer.bodies(told),
  channel_delete: (told) => client.channelGone(told),
  error: (told) => console.warn("the server says:", told.message),
};

/** Whom this window plays: who it already is, else whom its address names. */
function who() {
  return world.you?.id ?? new URLSearchParams(location.search).get("as");
}

/** @param {string} type @param {any} told */
function hear(type, told) {
  if (Object.hasOwn(hearing, type)) hearing[type](told);
}

/** @param {boolean} isOpen */
function changed(isOpen) {
  document.body.classList.toggle("offline", !isOpen);
  const line = /** @type {HTMLElement} */ (document.getElementById("connection"));
  line.textContent = isOpen
    ? ""
    : "The playground is not answering; trying again. If that does not help, open the address it printed.";
  if (!isOpen) return interactions.failAll();
  client.presses.reconnected();
  client.drawer.resume();
}

/** The places lie over the page where it is narrow. */
function menuSwitch() {
  const menu = /** @type {HTMLElement} */ (document.getElementById("menu"));
  menu.append(icon("menu"));
  const show = (/** @type {boolean} */ isOpen) => {
    document.body.classList.toggle("menu-open", isOpen);
    menu.setAttribute("aria-expanded", String(isOpen));
  };
  menu.addEventListener("click", () => show(!document.body.classList.contains("menu-open")));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !document.body.classList.contains("menu-open")) return;
    show(false);
    menu.focus();
  });
  document.getElementById("conversation")?.addEventListener("pointerdown", () => show(false));
}

/** A slash typed anywhere goes to the command line. */
function slashKey() {
  document.addEventListener("keydown", (event) => {
    const isWriting = /** @type {HTMLElement} */ (event.target).closest("input, textarea, dialog");
    if (event.key === "/" && !isWriting && !event.ctrlKey && !event.metaKey) client.composer.focus();
  });
}

themeSwitch(/** @type {HTMLElement} */ (document.getElementById("theme")));
menuSwitch();
slashKey();
connection.open();
