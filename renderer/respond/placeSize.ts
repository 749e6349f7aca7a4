/**
 * How large a place is written, in hundredths of the window's width (where it has a column to itself, the style sheet adds half). Letters are to be read from four metres,
 * which takes capitals of about 20 mm on a common terminal; a long place gives up some of it before it breaks the page.
 */
export const placeSize = (place: string): number => {
  const longestWord = Math.max(...place.split(/\s+/).map((word) => word.length));
  const byLength = place.length <= 14 ? 9.5 : place.length <= 28 ? 8 : place.length <= 48 ? 6 : 4.75;
  // The column is about 62 hundredths wide and a letter about 0.6 of its size.
  return Math.min(byLength, 62 / (longestWord * 0.6));
};
