/** Results of broken formulas, and the mark the workbook reader leaves where a formula was never calculated. */
const ERRORS = 'N/A|REF!|VALUE!|DIV/0!|NAME\\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|UNCALCULATED!';
const FORMULA_ERROR = new RegExp(`^#(?:${ERRORS})$`);
/** Texts a spreadsheet takes for a formula when it opens a CSV file, and those read as the error of a formula. */
const FORMULA_LIKE = new RegExp(`^'*(?:[=+\\-@]|#(?:${ERRORS})$)`);
const NEUTRALISED = new RegExp(`^'+(?:[=+\\-@]|#(?:${ERRORS})$)`);

/** Whether a cell shows the error of a formula. */
export const isFormulaError = (text: string): boolean => FORMULA_ERROR.test(text);

/** A text with an apostrophe before a leading `=`, `+`, `-`, `@`, so that no spreadsheet runs it; others unchanged. */
export const neutralised = (text: string): string => (FORMULA_LIKE.test(text) ? `'${text}` : text);

/** Undoes {@link neutralised}: exact for every text. */
export const bared = (text: string): string => (NEUTRALISED.test(text) ? text.slice(1) : text);
