const JUMP = /^https:\/\/(?:\w+\.)?discord(?:app)?\.com\/channels\/(?:\d+|@me)\/(\d+)(?:\/(\d+))?\/?$/;

const LOOPBACK = ["127.0.0.1", "localhost"];

/** The address if it is http or https, else nothing. @param {unknown} address @returns {string | null} */
export function webAddress(address) {
  try {
    const url = new URL(String(address));
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
  } catch {
    return null; // not an address at all
  }
}

/** The channel and message a link leads to, if it leads to one. @param {string} address */
export function jump(address) {
  const found = JUMP.exec(address);
  return found ? { channelId: found[1], messageId: found[2] } : null;
}

/** Where the playground itself keeps a file, whatever port or name it had when the file came. @param {unknown} address @returns {string | null} */
export function ownAddress(address) {
  try {
    const url = new URL(String(address), location.href);
    const isOurs = url.origin === location.origin || (LOOPBACK.includes(url.hostname) && url.protocol === "http:");
    return isOurs && url.pathname.startsWith("/media/") ? url.pathname : null;
  } catch {
    return null; // not an address at all
  }
}

/** An address this page's policy lets it show: its own server's, or a picture held in the address itself. @param {unknown} address @returns {string | null} */
export function pictureAddress(address) {
  const text = String(address);
  if (/^data:image\/(?:png|jpeg|gif|webp);base64,/.test(text)) return text;
  return ownAddress(text);
}
