const EPHEMERAL = 64;
const LOADING = 128;
/** Discord counts its ids' milliseconds from the first second of 2015. */
const EPOCH = 1420070400000;

/** An id that sorts where it belongs among the server's. @param {number} now milliseconds */
function snowflake(now) {
  return String(BigInt(Math.round(now) - EPOCH) << 22n);
}

/**
 * A message that only this page knows of: a command on its way (no words), or why it failed.
 * @param {World} world @param {number} now milliseconds @param {string} command @param {string} [words]
 * @returns {Message}
 */
export function ownNote(world, now, command, words) {
  return {
    id: snowflake(now),
    channel_id: world.channelId,
    author: world.bot(),
    flags: EPHEMERAL | (words ? 0 : LOADING),
    content: words ? `❗ ${words}` : "",
    timestamp: new Date(now).toISOString(),
    interaction_metadata: { name: command, user: world.you ?? undefined },
  };
}
