import { expect, test } from 'vitest';
import { literalWordings } from '../../../build/literalWording.ts';

const texts = (source: string): readonly string[] => literalWordings('View.tsx', source).map(({ text }) => text);

test.each([
  ['between tags', 'const View = () => <p>Opening hours</p>;', ['Opening hours']],
  ['in an expression between tags, whichever way it comes out', "const View = () => <p>{open ? 'Open' : closed && `Closed since ${since}`}</p>;", ['Open', 'Closed since …']],
  ['read aloud', 'const View = () => <button aria-label="Close" title={`Close ${name}`} />;', ['Close', 'Close …']],
  ['in a field', "const View = () => <TextInput label='Name' placeholder={hint ?? 'Your name'} description={('How colleagues know you')} />;", ['Name', 'Your name', 'How colleagues know you']],
  ['in a choice', "const choices = [{ value: 'yes', label: 'Yes' }];", ['Yes']],
  ['in the title of the window', "document.title = 'Service desk';", ['Service desk']],
])('words %s are found', (_, source, found) => expect(texts(source)).toEqual(found));

test.each([
  ['what a catalogue says', "const View = () => <p aria-label={t('desk.hours')}>{t('hours')} {name}</p>;"],
  ['keys, names of styles and values', "const View = () => <Button variant='default' className={classes.wide} data={[{ value: 'en', label: t('en') }]} />; const field = { hint: 'emailTo', label: 'close.resolvedHint' };"],
  ['marks and digits', "const View = () => <p>14 : 03 · {'\\n\\n'} ({count})</p>;"],
  ['what is compared, thrown or sent', "if (state === 'not ready') throw new Error('The picture could not be encoded');"],
])('%s are none', (_, source) => expect(texts(source)).toEqual([]));

test('the line is that of the words', () => {
  expect(literalWordings('View.tsx', 'const View = () => (\n  <p>\n    {name} is here\n  </p>\n);')).toEqual([{ line: 3, text: 'is here' }]);
});
