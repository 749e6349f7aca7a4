import type { AlarmLevel } from '../../main/contract/index.ts';

interface Props {
  readonly level: AlarmLevel;
  readonly className?: string | undefined;
}

/** The level as a shape: a filled octagon with a bar for danger, an open ring with a hand's dot for assistance. Its word stands beside it. */
export const LevelSign = ({ level, className }: Props) => (
  <svg viewBox="0 0 48 48" aria-hidden className={className}>
    {level === 'emergency' ? (
      <>
        <path d="M15 3h18l12 12v18L33 45H15L3 33V15z" fill="currentColor" />
        <path d="M24 12v15" stroke="var(--sign-hole)" strokeWidth="5.5" strokeLinecap="round" />
        <circle cx="24" cy="35.5" r="3.25" fill="var(--sign-hole)" />
      </>
    ) : (
      <>
        <circle cx="24" cy="24" r="19" fill="none" stroke="currentColor" strokeWidth="5" />
        <path d="M24 15v18M15 24h18" stroke="currentColor" strokeWidth="5" strokeLinecap="round" />
      </>
    )}
  </svg>
);
