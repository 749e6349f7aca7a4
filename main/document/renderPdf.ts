import { openSync } from 'fontkit';
import pdfmake from 'pdfmake';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { fontFiles } from './fonts.ts';
import type { Wording } from './wording.ts';

/** Takes a good part of a second: to be called in a thread of its own. What the typeface lacks is written by its number, and a line at the end says so. */
export const renderPdf = async ({ words }: Pick<Wording, 'words'>, definition: TDocumentDefinitions): Promise<Uint8Array> => {
  pdfmake.setFonts({ Inter: { ...fontFiles, italics: fontFiles.normal, bolditalics: fontFiles.bold } });
  // Nothing is fetched, and nothing read but the typeface.
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => Object.values<string>(fontFiles).includes(path));
  const spelling = createSpelling();
  const content = spelling.all(definition.content) as Content[];
  const whole = spelling.missed() ? [...content, { text: words.missingGlyphs, fontSize: 8, margin: [0, 14, 0, 0] } satisfies Content] : content;
  return pdfmake.createPdf({ ...definition, content: whole }).getBuffer();
};

/** Writes what the typeface does not have in a way that can be read, anywhere in a definition but in pictures. */
const createSpelling = () => {
  const font = openSync(fontFiles.normal);
  const known = new Set('characterSet' in font ? font.characterSet : []);
  let missed = false;
  const spell = (text: string): string => {
    let spelt = '';
    for (const character of text.replaceAll('\r\n', '\n')) {
      const point = character.codePointAt(0) ?? 0;
      if (known.has(point) || character === '\n' || character === '\t') spelt += character;
      else {
        missed = true;
        spelt += `[U+${point.toString(16).toUpperCase().padStart(4, '0')}]`;
      }
    }
    return spelt;
  };
  const all = (node: unknown, name = ''): unknown => {
    if (typeof node === 'string') return name === 'image' ? node : spell(node);
    if (Array.isArray(node)) return node.map((each) => all(each, name));
    if (typeof node === 'object' && node !== null) return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, all(value, key)]));
    return node;
  };
  return { all, missed: () => missed };
};
