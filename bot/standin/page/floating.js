/** Room left between a floating list and the edges of the window, in pixels. */
const MARGIN = 8;
/** A list taller than this scrolls. */
const TALLEST = 320;

/** A list that lies over the page beside its control, so that nothing moves when it opens. */
export class Floating {
  /** @param {HTMLElement} list @param {HTMLElement} control */
  constructor(list, control) {
    this.list = list;
    this.control = control;
    list.popover = "manual";
    list.hidden = true;
    this.place = () => this.#place();
  }

  open() {
    this.list.hidden = false;
    this.list.showPopover();
    this.place();
    document.addEventListener("scroll", this.place, { capture: true, passive: true });
    window.addEventListener("resize", this.place);
  }

  close() {
    document.removeEventListener("scroll", this.place, { capture: true });
    window.removeEventListener("resize", this.place);
    if (this.list.isConnected && this.list.matches(":popover-open")) this.list.hidePopover();
    this.list.hidden = true;
  }

  /** Below its control, or above where there is more room. */
  #place() {
    if (!this.list.isConnected) return this.close();
    const box = this.control.getBoundingClientRect();
    const below = innerHeight - box.bottom - MARGIN;
    const above = box.top - MARGIN;
    const wanted = Math.min(TALLEST, this.list.scrollHeight);
    const isUp = below < wanted && above > below;
    const style = this.list.style;
    style.setProperty("left", `${box.left}px`);
    style.setProperty("width", `${box.width}px`);
    style.setProperty("max-height", `${Math.max(0, Math.min(TALLEST, isUp ? above : below))}px`);
    style.setProperty("top", isUp ? "auto" : `${box.bottom}px`);
    style.setProperty("bottom", isUp ? `${innerHeight - box.top}px` : "auto");
  }
}
