/** Search entries lie below this among the records: rights and events are given for it alone. */
export const searchFolder = 'search/';
