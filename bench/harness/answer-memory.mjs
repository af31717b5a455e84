// Loaded into the measured server before its own code: collects garbage when asked, and says how large the process is.
process.on('message', (message) => {
  if (message !== 'collect') return;
  for (let turn = 0; turn < 3; turn += 1) globalThis.gc?.();
  process.send?.({ rss: process.memoryUsage().rss });
});
process.channel?.unref();
