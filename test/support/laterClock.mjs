/** Loaded into a station before anything else (`NODE_OPTIONS=--import=…`): its clock shows so many milliseconds more than the real one. */
const later = Number(process.env['TEST_LATER'] ?? 0);
const now = Date.now;
Date.now = () => now() + later;
