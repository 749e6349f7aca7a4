import ts from 'typescript';

export interface LiteralWording {
  /** Counted from 1. */
  readonly line: number;
  readonly text: string;
}

/** Attributes and members whose value somebody reads or hears. */
const readAloud = new Set(['alt', 'aria-description', 'aria-label', 'aria-placeholder', 'aria-roledescription', 'aria-valuetext', 'description', 'empty', 'heading', 'hint', 'label', 'legend', 'nextLabel', 'placeholder', 'standard', 'summary', 'textContent', 'title', 'usual']);

const hasLetters = (text: string): boolean => /\p{L}/u.test(text);

/** In a member of an object may stand the key of a wording instead: one word that begins small. */
const isKey = (text: string): boolean => /^[a-z][\w.-]*$/.test(text);

/** Words that a view says itself and that no catalogue holds: between tags, in what is read aloud, and in members that become labels. */
export const literalWordings = (file: string, source: string): readonly LiteralWording[] => {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const found: LiteralWording[] = [];

  const note = (node: ts.Node, text: string): void => {
    if (hasLetters(text)) found.push({ line: tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1, text: text.trim().replaceAll(/\s+/g, ' ') });
  };
  /** The texts that an expression can come to; what it hands to a function (a key, say) is none of them. */
  const noteTexts = (expression: ts.Node | undefined, mayBeKey = false): void => {
    if (expression === undefined) return;
    if (ts.isStringLiteralLike(expression)) {
      if (!mayBeKey || !isKey(expression.text)) note(expression, expression.text);
    } else if (ts.isTemplateExpression(expression)) {
      note(expression, [expression.head, ...expression.templateSpans.map(({ literal }) => literal)].map(({ text }) => text).join(' … '));
      for (const span of expression.templateSpans) noteTexts(span.expression, mayBeKey);
    } else if (ts.isConditionalExpression(expression)) {
      noteTexts(expression.whenTrue, mayBeKey);
      noteTexts(expression.whenFalse, mayBeKey);
    } else if (ts.isBinaryExpression(expression) && comesToAnOperand(expression.operatorToken.kind)) {
      noteTexts(expression.left, mayBeKey);
      noteTexts(expression.right, mayBeKey);
    } else if (ts.isParenthesizedExpression(expression) || ts.isAsExpression(expression) || ts.isSatisfiesExpression(expression) || ts.isJsxExpression(expression)) noteTexts(expression.expression, mayBeKey);
  };

  const look = (node: ts.Node): void => {
    if (ts.isJsxText(node)) note(node, node.text);
    else if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) noteTexts(node);
    else if (ts.isJsxAttribute(node) && readAloud.has(node.name.getText(tree))) noteTexts(node.initializer);
    else if (ts.isPropertyAssignment(node) && readAloud.has(nameOf(node.name))) noteTexts(node.initializer, true);
    else if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken && ts.isPropertyAccessExpression(node.left) && readAloud.has(node.left.name.text)) noteTexts(node.right);
    ts.forEachChild(node, look);
  };
  look(tree);
  return found;
};

const nameOf = (name: ts.PropertyName): string => (ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : '');

const comesToAnOperand = (kind: ts.SyntaxKind): boolean => [ts.SyntaxKind.PlusToken, ts.SyntaxKind.BarBarToken, ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.AmpersandAmpersandToken].includes(kind);
