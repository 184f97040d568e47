/** The table of the standard catalogue: ten columns, most of them narrow, some with long texts. */
export const catalogueStyle = `
.table-scroll .catalogue { width: 100%; min-width: 72rem; }
`;
