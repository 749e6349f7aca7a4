import { useEffect, useLayoutEffect, useRef } from 'react';
import { useMay } from '../shared/useSession.ts';
import { formToOpen, type RecordSources } from './recordList.ts';
import { useSelection } from './useSelection.ts';

/** Once for each alarm that was closed a short while ago, the form opens by itself for whoever writes records, unless something else is being read or written. */
export const useFormOpensByItself = (records: RecordSources | undefined, selectedKey: string): void => {
  const { select } = useSelection();
  const mayWrite = useMay('write-records');
  const latest = useRef(select);
  useLayoutEffect(() => {
    latest.current = select;
  });
  const opened = useRef(new Set<string>());

  useEffect(() => {
    if (records === undefined || !mayWrite) return;
    const alarm = formToOpen(records, selectedKey, new Date());
    if (alarm === undefined || opened.current.has(alarm.id)) return;
    opened.current.add(alarm.id);
    latest.current(`write/${alarm.id}`, { replace: true });
  }, [records, selectedKey, mayWrite]);
};
