/** First and longest wait before trying again, in milliseconds. */
const SOON = 400;
const LATE = 5000;

/** The line to the server; it mends itself. */
export class Connection {
  /** @type {WebSocket | null} */
  #socket = null;
  #wait = SOON;

  /**
   * @param {() => string | null} who the id to come back as
   * @param {(type: string, told: any) => void} hear
   * @param {(isOpen: boolean) => void} change
   */
  constructor(who, hear, change) {
    this.who = who;
    this.hear = hear;
    this.change = change;
  }

  open() {
    const address = new URL("ws", location.href);
    address.protocol = location.protocol === "https:" ? "wss:" : "ws:";
    address.search = "";
    address.hash = "";
    const who = this.who();
    if (who) address.searchParams.set("as", who);
    this.#socket = new WebSocket(address);
    this.#socket.addEventListener("message", (event) => this.#take(event.data));
    this.#socket.addEventListener("close", () => this.#lost());
    this.#socket.addEventListener("open", () => this.change(true));
  }

  /** Sends if the line is open; says whether it was. @param {string} type @param {object} told */
  send(type, told) {
    if (this.#socket?.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(JSON.stringify({ t: type, d: told }));
    return true;
  }

  /** One event that cannot be read must not stop the next. @param {string} text */
  #take(text) {
    try {
      const { t, d } = JSON.parse(text);
      if (t === "ready") this.#wait = SOON;
      this.hear(t, d);
    } catch (error) {
      console.warn("event not understood", error);
    }
  }

  #lost() {
    this.change(false);
    setTimeout(() => this.open(), this.#wait);
    this.#wait = Math.min(this.#wait * 2, LATE);
  }
}
