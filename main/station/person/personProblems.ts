import { failed } from '../../contract/problem.ts';

/** Says the same whether there is no such file or the caller may not know of it. */
export const personUnknown = () => failed('PersonUnknown', 'There is no such person among those that you may look up.', 'Choose one from the list; what has run out is no longer in it.', 'person');

export const needsSomebody = () => failed('SignInRequired', 'This is done by a person, not by the command line.', 'Sign in at a station of the site, and do it there.');
