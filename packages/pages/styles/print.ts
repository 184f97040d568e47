/** On paper: the document and its metadata, in black, without the house around it. */
export const print = `
@page { margin: 25mm 22mm; }
@media print {
  :root {
    --paper: #fff; --wash: #fff; --ink: #000; --muted: #000; --line: #999; --red: #000; --link: #000; --notice: #fff;
    color-scheme: light;
  }
  body { font-size: 11pt; }
  .site-nav, .skip, .crumbs, .jumps, .pages, .subscribe { display: none; }
  .site-header { background: none; border-bottom: 2px solid #000; }
  .masthead { padding: 0 0 .25rem; }
  .brand { color: #000; }
  .brand-name { font-size: 16pt; }
  .wrap { max-width: none; padding-inline: 0; }
  main { padding-block: 0; }
  .site-footer { padding-block: .5rem 0; font-size: 9pt; }
  .related { max-width: none; }
  .text { max-width: none; font-size: 12pt; line-height: 1.9; orphans: 3; widows: 3; }
  h2, h3, .text-number { break-after: avoid; }
  tr, .facts > div { break-inside: avoid; }
  a { text-decoration: none; }
}
`;
