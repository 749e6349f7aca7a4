// Plain JavaScript, so that an old Node can read it and say what is missing instead of failing on the first type.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(`Quietbell needs Node 22.18 or newer; this is ${process.version}.`);
  console.error('On Linux and Windows `npm ci` brings a Node 24 of its own (an optional dependency): run it again without --omit=optional.');
  console.error('Elsewhere install Node 24 and run the command again.');
  process.exit(1);
}
