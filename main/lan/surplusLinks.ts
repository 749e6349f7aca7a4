import type { Link } from './link.ts';

/**
 * Which of several usable links to one peer this station closes. Both ends judge alike, without asking each other: links dialled by the station with the lower
 * id stay; of several dialled by one station, that station keeps its first. The other end cannot know which one is alive, and leaves them to it.
 *
 * @param links to one peer, in the order in which they were opened
 */
export const surplusLinks = <Each extends Pick<Link, 'peer' | 'dialledByUs'>>(links: readonly Each[], self: string): readonly Each[] => {
  const dialledByLower = links.filter((link) => link.dialledByUs === self < link.peer);
  const kept = dialledByLower.length > 0 ? dialledByLower : links;
  return [...links.filter((link) => !kept.includes(link)), ...kept.filter((link) => link.dialledByUs).slice(1)];
};
