import { problemOf } from './problems.ts';
import { runCommandLine } from './runCommandLine.ts';
import { createTerminal } from './terminal.ts';

const argv = process.argv.slice(2);
const terminal = createTerminal(argv);

/** The `quietbell` command. Exit status: 0 done, 1 failed, 2 wrong use. */
process.exitCode = await runCommandLine(argv, terminal).catch((error: unknown) => {
  terminal.problem(problemOf(error));
  return 1;
});
