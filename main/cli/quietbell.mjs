// Plain JavaScript, in words that an old Node understands, so that it can say what is missing instead of failing on the first type.
// 22.18 is the first Node that runs TypeScript without a flag; the database's compiled part needs Node 22 as well.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major > 22 || (major === 22 && minor >= 18)) {
  await import('./quietbell.ts');
} else {
  const message = `Quietbell needs Node 22.18 or newer; this is Node ${process.versions.node}.`;
  const remedy = 'Install the current Node from https://nodejs.org, or start Quietbell through npm (`npm start`, `npm run quietbell -- …`), which uses the Node that npm ci installed.';
  process.stderr.write(process.argv.includes('--json') ? `${JSON.stringify({ error: { type: 'ConfigurationInvalid', message, remedy } })}\n` : `${message}\n${remedy}\n`);
  process.exitCode = 1;
}
