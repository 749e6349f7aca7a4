import type { SetupState } from '../../main/contract/index.ts';

interface SetupPageProps {
  readonly defaults: SetupState['defaults'];
  readonly onDone: () => void;
}

/** First start, one question at a time. */
export const SetupPage = (_: SetupPageProps) => null;
