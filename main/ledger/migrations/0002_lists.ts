/** The newest few of a hundred thousand rows come from an index in their order, whether or not it is asked which are open. */
export const lists = `
  DROP INDEX projection_by_type;
  CREATE INDEX projection_by_type ON projection (type, sort, subject);
  CREATE INDEX projection_by_open ON projection (type, open, sort, subject);
`;
