/** What each number means to Discord. */
export const COMMAND = 2;
export const COMPONENT = 3;
export const AUTOCOMPLETE = 4;
export const MODAL = 5;

/** What is asked of the bot, and the answers that find their questions. */
export class Interactions {
  /** @type {Map<string, (result: Result) => void>} */
  #open = new Map();
  #asked = 0;

  /** @param {import("./connection.js").Connection} connection */
  constructor(connection) {
    this.connection = connection;
  }

  /** Sends one and waits for what became of it; a broken line is a failure, not an error. @param {object} interaction @returns {Promise<Result>} */
  ask(interaction) {
    this.#asked += 1;
    const nonce = `${Date.now()}${String(this.#asked).padStart(5, "0")}`;
    return new Promise((resolve) => {
      this.#open.set(nonce, resolve);
      if (!this.connection.send("interaction", { nonce, ...interaction }))
        this.settle({ nonce, status: "failed", offline: true, error: "Not connected to the playground." });
    });
  }

  /** @param {Result} result */
  settle(result) {
    const nonce = String(result.nonce);
    this.#open.get(nonce)?.(result);
    this.#open.delete(nonce);
  }

  /** The line broke: nothing that was asked will be answered. */
  failAll() {
    for (const nonce of [...this.#open.keys()])
      this.settle({ nonce, status: "failed", offline: true, error: "The connection was lost." });
  }
}

/** Why it failed, in words. @param {Result} result @param {string} otherwise */
export function reason(result, otherwise) {
  const { error } = result;
  return (typeof error === "string" ? error : error?.message) || otherwise;
}
