import { COMPONENT, reason } from "./interactions.js";

/** What the server says when the bot has not answered in three seconds. */
const SILENCE = "The application did not respond";

/** Presses that wait for an answer, and messages on which one failed. */
export class Presses {
  /** @type {Set<string>} */
  #waiting = new Set();
  /** @type {Map<string, string>} */
  #faults = new Map();
  /** Messages whose fault is that the line was broken. @type {Set<string>} */
  #unsent = new Set();

  /** @param {import("./interactions.js").Interactions} interactions @param {(messageId: string) => void} changed @param {(result: Result) => void} answered */
  constructor(interactions, changed, answered) {
    this.interactions = interactions;
    this.changed = changed;
    this.answered = answered;
  }

  /** @param {Message} message @param {string} customId */
  waits(message, customId) {
    return this.#waiting.has(`${message.id} ${customId}`);
  }

  /** @param {Message} message */
  fault(message) {
    return this.#faults.get(message.id);
  }

  /** Sends a press, once until it is answered. @param {Message} message @param {Component} component @param {string[]} [values] */
  async press(message, component, values) {
    const key = `${message.id} ${component.custom_id}`;
    if (this.#waiting.has(key)) return;
    this.#waiting.add(key);
    this.#faults.delete(message.id);
    this.#unsent.delete(message.id);
    this.changed(message.id);
    const data = {
      component_type: component.type,
      custom_id: component.custom_id,
      ...(values ? { values } : {}),
    };
    const result = await this.interactions.ask({
      type: COMPONENT,
      channel_id: message.channel_id,
      message_id: message.id,
      data,
    });
    this.#waiting.delete(key);
    if (result.status === "failed") this.#faults.set(message.id, failure(result));
    if (result.offline) this.#unsent.add(message.id);
    this.changed(message.id);
    this.answered(result);
  }

  /** The line is back: that it was broken is no longer a fault. */
  reconnected() {
    const ids = [...this.#unsent];
    this.#unsent.clear();
    for (const id of ids) {
      this.#faults.delete(id);
      this.changed(id);
    }
  }
}

/** Discord says only that it failed; why is added where there is more to say than that no answer came. @param {Result} result */
function failure(result) {
  const why = reason(result, SILENCE);
  return why === SILENCE ? "This interaction failed" : `This interaction failed · ${why}`;
}
