import { expect, test } from 'vitest';
import { createDraftSaver } from '../../../../renderer/shared/createDraftSaver.ts';
import { createOpenSavers } from '../../../../renderer/shared/openSavers.ts';

/** A form of one draft, at a station that may be away or refuse whoever sits there. */
const openForm = () => {
  const savers = createOpenSavers();
  const station = { takes: true, saved: '' };
  const open = () => {
    const saver = savers.open('incident/1', () =>
      createDraftSaver<string>(async (words) => {
        if (station.takes) station.saved = words;
        return station.takes;
      }),
    );
    savers.hold('incident/1', saver);
    return saver;
  };
  return { savers, station, open };
};

test('words that could not be saved when their form was left are found by the form that is opened next, and saved then', async () => {
  const { savers, station, open } = openForm();
  station.takes = false;
  const left = open();
  left.change('typed while the station was away');
  await savers.leave('incident/1', left);
  station.takes = true;
  const opened = open();
  expect(opened.unsaved()).toBe('typed while the station was away');
  await opened.flush();
  expect(station.saved).toBe('typed while the station was away');
});

test('a draft that is saved, filed or thrown away is begun afresh', async () => {
  const { savers, station, open } = openForm();
  const saved = open();
  saved.change('saved');
  await savers.leave('incident/1', saved);
  station.takes = false;
  const filed = open();
  expect(filed).not.toBe(saved);
  filed.change('filed');
  filed.stop();
  await savers.leave('incident/1', filed);
  expect(open()).not.toBe(filed);
});

test('before somebody signs out everything is saved, whichever form it stands in', async () => {
  const { savers, station, open } = openForm();
  open().change('typed a moment ago');
  await savers.flush();
  expect(station.saved).toBe('typed a moment ago');
});
