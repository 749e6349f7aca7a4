import { useNow } from '../useNow.ts';
import { dayOnTheWall } from './wallClock.ts';

/** `2026-11-30`, and the next one after midnight. */
export const useToday = (): string => dayOnTheWall(useNow(60_000));
