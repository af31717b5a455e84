const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const isSupported = (major === 20 && minor >= 19) || (major === 22 && minor >= 13) || major >= 24;

/** Fairlead runs on Node 20.19 or newer, 22.13 or newer, 24 and up: says so before anything else can fail strangely. */
export function refuseOldNode() {
  if (isSupported) return;
  console.error(
    `Fairlead needs Node 20.19 or newer (or 22.13, or 24 and up). This is Node ${process.versions.node}. Install a newer one from https://nodejs.org and start again.`,
  );
  process.exit(1);
}
