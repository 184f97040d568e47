/** Documents, interpretations and pages of running text, set as official documents are: Song, indented, 2 lines. */
export const documentStyle = `
.document > h1 { word-break: keep-all; text-align: center; margin: 1.75rem auto 2rem; max-width: 24em; }
.document > .notice, .document > .subject, .document > .validity-banner { max-width: var(--measure); margin-inline: auto; }
.facts { margin: 0 0 1.5rem; border-top: 2px solid var(--red); display: grid; font-size: 1rem; }
.facts > div { display: flex; border-bottom: 1px solid var(--line); }
.facts dt { flex: 0 0 7.5em; padding: .5rem .75rem; background: var(--wash); color: var(--muted); }
.facts dd { margin: 0; padding: .5rem .75rem; min-width: 0; }
.jumps { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; max-width: var(--measure); margin-inline: auto; }
.jumps a { padding-block: .25rem; }
.notice { padding: .75rem 1rem; background: var(--notice); border-left: 4px solid var(--notice-line); }
.subject { padding: .75rem 1rem; background: var(--wash); border-left: 4px solid var(--red); }
.subject-label { display: block; font-size: .9375rem; color: var(--muted); }
.validity { white-space: nowrap; padding: 0 .5em; border: 1px solid currentcolor; border-radius: 2px; font-size: .9375rem; }
.validity.in-force { color: var(--good); }
.validity.amended, .validity.repealed, .validity.lapsed { color: var(--red); }
.validity-banner { margin-block: 0 2rem; padding: 1rem 1.25rem; border: 2px solid var(--red); background: var(--notice); }
.validity-banner p { margin: 0; }
.validity-banner strong { font: 700 1.25rem/1.5 var(--serif); color: var(--red); margin-right: .75em; letter-spacing: .04em; }
.text { max-width: var(--measure); margin: 2.5rem auto; font-family: var(--serif); font-size: 1.125rem; line-height: 2; }
.text p { margin: 0 0 .5rem; text-align: justify; text-indent: 2em; }
.text h2 { font-size: 1.25rem; margin: 1.75rem 0 .5rem; text-indent: 1.6em; text-wrap: wrap; }
.text .annex { text-indent: 0; font-family: var(--sans); }
.text h3 { font-size: 1.125rem; margin: 1.25rem 0 .5rem; text-indent: 1.78em; text-wrap: wrap; }
.text .text-head, .text .text-number, .text .text-title, .text .text-annex-title { text-align: center; text-indent: 0; }
.text .text-head { margin-bottom: .25rem; font-size: 1.5rem; font-weight: 700; letter-spacing: .16em; color: var(--red); }
.text .text-number { margin-bottom: 1.5rem; padding-bottom: .75rem; border-bottom: 2px solid var(--red); }
.text .text-title, .text .text-annex-title { font-weight: 700; }
.text .text-annex-title { margin-bottom: 1rem; font-size: 1.1875rem; }
.text .text-addressee { text-indent: 0; }
.text .text-closing { text-align: right; text-indent: 0; padding-right: 2em; }
.text .text-mark { margin-top: .75rem; }
.text .text-imprint { margin: 0; padding: .25rem 0; border-top: 1px solid var(--line); text-indent: 0; font-size: 1rem; }
.text .text-imprint:not(:has(+ .text-imprint)) { margin-bottom: 1rem; border-bottom: 1px solid var(--line); }
.text .text-note { font-size: 1rem; color: var(--muted); }
.table-scroll { overflow-x: auto; margin: 1rem 0 1.5rem; }
.table-scroll table { font: .9375rem/1.6 var(--sans); width: max-content; min-width: 100%; }
.table-scroll caption { padding-bottom: .5rem; font: 700 1.0625rem/1.6 var(--serif); }
.table-scroll th, .table-scroll td {
  border: 1px solid var(--line); padding: .375rem .75rem; min-width: 3.5em; max-width: min(22em, 60vw); text-align: left; vertical-align: top;
  overflow-wrap: normal;
}
.table-scroll th { background: var(--wash); font-weight: 700; white-space: nowrap; border-bottom: 2px solid var(--red); }
.table-scroll tbody tr:nth-child(even) td { background: color-mix(in srgb, var(--wash) 55%, transparent); }
.preview .text { max-width: none; }
.related, .address { max-width: var(--measure); margin: 2.5rem auto 0; padding-top: 1rem; border-top: 1px solid var(--line); }
.related h2 { margin: 0 0 .5rem; font-size: 1.1875rem; }
.files { list-style: none; padding: 0; margin: 0; }
.files li { margin: 0; padding: .375rem 0; }
.file-facts { margin-left: .75em; font-size: .9375rem; color: var(--muted); white-space: nowrap; }
.file-preview { margin-left: .75em; white-space: nowrap; }
.address { display: flex; align-items: center; gap: 1rem; font-size: .9375rem; color: var(--muted); }
.address p { margin: 0; }
.address-url { display: block; word-break: break-all; }
.qr { flex: none; width: 6.5rem; height: 6.5rem; background: #fff; }
.prose { max-width: 46rem; }
.prose .link-grid { max-width: none; }
.prose:has(.link-grid, .duties) { max-width: none; }
.counts { margin: 1rem 0; min-width: min(100%, 24rem); }
.counts caption { text-align: left; font-weight: 700; padding-bottom: .5rem; }
.counts th, .counts td { padding: .5rem .75rem; border-bottom: 1px solid var(--line); text-align: left; font-weight: 400; }
.counts thead th { border-top: 2px solid var(--red); background: var(--wash); color: var(--muted); }
.counts td, .counts thead th:last-child { text-align: right; font-variant-numeric: tabular-nums; }
@media (min-width: 48rem) {
  .document .facts { grid-template-columns: 1fr 1fr; column-gap: 2rem; }
}
`;
