/** The version of what stations say to one another; `main/lan/README.md` describes each. */
export const newestProtocol = 2;
/** From this version on a station opens sealed bodies, and is given the keys to them. */
export const sealsSince = 2;
/** From this version on a station exchanges files. */
export const attachmentsSince = 2;
