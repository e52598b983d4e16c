/** The file, in the output folder, in which the last runs are kept for the trends of the report. */
export const TRENDS_NAME = 'allure-history.jsonl';
