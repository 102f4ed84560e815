import { Announcer } from "./announcer.js";
import { nameOf } from "./avatar.js";
import { Composer } from "./composer.js";
import { Crowd } from "./crowd.js";
import { Drawer } from "./drawer.js";
import { element } from "./element.js";
import { icon } from "./icon.js";
import { AUTOCOMPLETE, COMMAND, MODAL, reason } from "./interactions.js";
import { Log } from "./log.js";
import { isLoading } from "./message.js";
import { isClosedBy } from "./open_buttons.js";
import { openModal } from "./modal.js";
import { ownNote } from "./own_notes.js";
import { Places, signOf } from "./places.js";
import { addressOf, Players } from "./players.js";
import { Presses } from "./presses.js";
import { speak } from "./timestamp.js";
import { Typing } from "./typing.js";
import { channelName } from "./world.js";

/** A command answered sooner than this shows no "thinking", in milliseconds. */
const PATIENCE = 300;

/** The page: what it shows of the world, and what a person does in it. */
export class Client {
  /** A message to bring into view once its channel is there. */
  #sought = "";

  /**
   * @param {World} world
   * @param {Clock} clock
   * @param {import("./connection.js").Connection} connection
   * @param {import("./interactions.js").Interactions} interactions
   */
  constructor(world, clock, connection, interactions) {
    this.world = world;
    this.clock = clock;
    this.connection = connection;
    this.interactions = interactions;
    this.presses = new Presses(
      interactions,
      (id) => this.log.redraw(id),
      (result) => this.#answered(result),
    );
    this.scene = this.#makeScene();
    this.log = new Log(this.scene);
    this.announcer = new Announcer(byId("announcer"));
    this.places = new Places(byId("places"), world, (id) => this.open(id));
    this.players = new Players(byId("player"), world, (id) => connection.send("act_as", { user_id: id }));
    this.crowd = new Crowd(byId("player"), this.players.popup, world, (wish) =>
      connection.send("company", wish),
    );
    this.drawer = new Drawer(byId("drawer"), byId("traffic"), (type, told) => connection.send(type, told));
    this.composer = new Composer(byId("composer"), {
      world,
      complete: (data) => this.#complete(data),
      send: (given, data) => void this.#command(given, data),
    });
    const line = element("p", { class: "typing" });
    this.typing = new Typing(line);
    byId("conversation").append(this.log.element, line);
  }

  /** @param {any} told */
  ready(told) {
    const named = this.world.you ? null : new URLSearchParams(location.search).get("as");
    const was = { player: this.world.you?.id, channel: this.world.channelId };
    this.world.take(told);
    this.clock.set(told.now);
    speak(this.world.you?.locale);
    if (was.player !== this.world.you?.id) this.composer.reset();
    const wanted = was.channel || location.hash.slice(1);
    history.replaceState(null, "", addressOf(this.world.you?.id ?? ""));
    if (wanted !== told.channel_id && this.world.channel(wanted)) this.#return(wanted);
    else
      this.#showChannel(
        told.messages ?? [],
        was.player === this.world.you?.id && was.channel === told.channel_id,
      );
    this.#become(named);
  }

  /** @param {{guild_id: string, skill: string | null}} told */
  company(told) {
    if (told.skill) this.world.company[told.guild_id] = told.skill;
    else delete this.world.company[told.guild_id];
    this.crowd.draw();
  }

  /** Asks for the channel one was in; what stands there stays until the answer. @param {string} channelId */
  #return(channelId) {
    this.world.channelId = channelId;
    this.#place();
    this.open(channelId);
  }

  /** An address may name its player instead of giving the id. @param {string | null} name */
  #become(name) {
    const meant = this.world
      .players()
      .find((user) => [user.username, user.global_name].includes(name ?? undefined));
    if (meant && meant.id !== this.world.you?.id) this.connection.send("act_as", { user_id: meant.id });
  }

  /** @param {{channel_id: string, messages: Message[]}} told */
  history(told) {
    const same = told.channel_id === this.world.channelId;
    this.world.channelId = told.channel_id;
    this.#showChannel(told.messages, same);
  }

  /** @param {Message} message */
  created(message) {
    if (message.channel_id !== this.world.channelId) {
      this.world.unread.add(message.channel_id);
      return this.places.draw();
    }
    this.typing.clear();
    this.log.put(message);
    return this.#announce(message);
  }

  /** @param {Message} message */
  updated(message) {
    if (message.channel_id !== this.world.channelId) return;
    const before = this.log.find(message.id);
    this.log.put({ ...before, ...message });
    // a promised answer is news, and so is a question's end; no other edit, or a countdown would never be quiet
    if (before && ((isLoading(before) && !isLoading(message)) || isClosedBy(before, message)))
      this.#announce(message);
  }

  /** @param {Message} message */
  #announce(message) {
    const drawn = this.log.element.querySelector(`[data-message="${CSS.escape(message.id)}"]`);
    this.announcer.tell(message, /** @type {HTMLElement | null} */ (drawn));
  }

  /** @param {{id: string}} told */
  deleted(told) {
    this.log.remove(told.id);
  }

  /** @param {{user_id?: string, channel_id?: string}} told */
  types(told) {
    if (!told.channel_id || told.channel_id === this.world.channelId)
      this.typing.show(nameOf(this.world.user(told.user_id ?? "") ?? this.world.bot()));
  }

  /** @param {{channel_id: string}} told */
  channelGone(told) {
    const next = this.world.forget(told.channel_id)
      ? (this.world.guilds[0]?.channels?.[0] ?? this.world.dms[0])
      : null;
    this.places.draw();
    if (next) this.open(next.id);
  }

  /** @param {string} channelId @param {string} [messageId] */
  open(channelId, messageId = "") {
    this.#sought = messageId;
    document.body.classList.remove("menu-open");
    byId("menu").setAttribute("aria-expanded", "false");
    this.connection.send("open", { channel_id: channelId });
  }

  /** @returns {Scene} */
  #makeScene() {
    return {
      world: this.world,
      clock: this.clock,
      press: (message, component, values) => void this.presses.press(message, component, values),
      waits: (message, customId) => this.presses.waits(message, customId),
      fault: (message) => this.presses.fault(message),
      dismiss: (message) => this.#dismiss(message),
      open: (channelId, messageId) => this.open(channelId, messageId),
      use: (name) => this.composer.use(name),
      find: (id) => this.log.find(id),
    };
  }

  /** @param {Message[]} messages @param {boolean} same */
  #showChannel(messages, same) {
    this.#place();
    this.typing.clear();
    this.log.show(messages, same);
    if (this.#sought) this.log.reveal(this.#sought);
    this.#sought = "";
  }

  /** Shows who and where one is; the address tells it too, so that a reload stays there. */
  #place() {
    const channel = this.world.channel(this.world.channelId);
    this.world.unread.delete(this.world.channelId);
    byId("channel-name").replaceChildren(icon(signOf(channel)), channelName(channel, this.world));
    this.places.follow();
    this.players.draw();
    this.crowd.draw();
    history.replaceState(null, "", `#${this.world.channelId}`);
  }

  /** @param {Message} message */
  #dismiss(message) {
    this.log.remove(message.id);
    this.connection.send("dismiss", { message_id: message.id });
  }

  /** @param {object} data */
  #complete(data) {
    return this.interactions.ask({ type: AUTOCOMPLETE, channel_id: this.world.channelId, data });
  }

  /** @param {Invocation} invocation @param {object} data */
  async #command(invocation, data) {
    const channelId = this.world.channelId;
    this.log.toEnd();
    const waiting = ownNote(this.world, this.clock.now(), invocation.shown);
    const timer = setTimeout(() => channelId === this.world.channelId && this.log.put(waiting), PATIENCE);
    const result = await this.interactions.ask({ type: COMMAND, channel_id: channelId, data });
    clearTimeout(timer);
    this.log.remove(waiting.id);
    if (result.status === "failed")
      this.created({
        ...ownNote(
          this.world,
          this.clock.now(),
          invocation.shown,
          reason(result, "The application did not respond"),
        ),
        channel_id: channelId,
      });
    this.#answered(result);
  }

  /** @param {Result} result */
  #answered(result) {
    const { modal } = result;
    const channelId = this.world.channelId;
    if (modal)
      openModal(modal, this.scene, (data) =>
        this.interactions.ask({ type: MODAL, channel_id: channelId, data }),
      );
  }
}

/** @param {string} id @returns {HTMLElement} */
function byId(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}
