/** On paper: the document and its metadata, in black, without the house around it, with the code of its address. */
export const print = `
@page { margin: 25mm 22mm; }
@media print {
  :root {
    --paper: #fff; --wash: #fff; --ink: #000; --muted: #000; --line: #999; --red: #000; --link: #000; --notice: #fff; --good: #000;
    color-scheme: light;
  }
  body { font-size: 11pt; }
  .site-nav, .skip, .crumbs, .jumps, .pages, .subscribe, .search, .comfort, .seal, .embed-code, .file-preview,
  .site-footer li:has(a) { display: none; }
  .site-header { background: none; border-bottom: 2px solid #000; }
  .masthead { padding: 0 0 .25rem; }
  .brand-name { font-size: 16pt; }
  .wrap { max-width: none; padding-inline: 0; }
  main { padding-block: 0; }
  .site-footer { border-top: 1px solid #000; padding-block: .5rem 0; font-size: 9pt; }
  .related, .address, .text { max-width: none; }
  .text { font-size: 12pt; line-height: 1.9; orphans: 3; widows: 3; }
  .table-scroll { overflow: visible; }
  .table-scroll table { font-size: 9pt; }
  .table-scroll th { white-space: normal; }
  thead { display: table-header-group; }
  h2, h3, .text-number { break-after: avoid; }
  tr, .facts > div, .address { break-inside: avoid; }
  a { text-decoration: none; }
}
`;
