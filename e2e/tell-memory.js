// Loaded before a server under test: tells its memory in bytes when it is asked, now and the most since the first time.
// (The system's own figure for the most is no use: on Linux it begins with the memory of the process that started it.)
let most = 0;
/** @type {NodeJS.Timeout | undefined} */
let watch;

function look() {
  const now = process.memoryUsage.rss();
  most = Math.max(most, now);
  return { now, most };
}

process.on('message', () => {
  watch ??= setInterval(look, 50).unref();
  process.send?.(look());
});
process.channel?.unref();
