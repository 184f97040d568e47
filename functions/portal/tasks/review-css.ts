/** What the pages of tasks and documents add to the portal's stylesheet. */
export const reviewCss = /* css */ `
.kind { color: var(--blue-deep); font-weight: 600; margin: 0 0 0.2rem; }
.task-heading { margin-bottom: 1.6rem; }
.task-heading h1 { margin-bottom: 0.6rem; }
.reason { white-space: pre-line; }
.where { display: block; color: var(--quiet); font-size: 0.84rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.tag + .tag { margin-left: 0.4em; }

.task-list { list-style: none; padding: 0; margin: 0; display: grid; gap: 0.8rem; }
.task-list li { border: 1px solid var(--line); border-left: 5px solid var(--blue); border-radius: var(--radius); padding: 0.9rem 1.2rem; }
.task-list li.overdue { border-left-color: var(--red); }
.task-list a { display: block; color: inherit; text-decoration: none; }
.task-list a strong { font-size: 1.08rem; color: var(--blue); text-decoration: underline; text-underline-offset: 0.2em;
  text-decoration-thickness: 1px; }
.task-list a:hover strong { text-decoration-thickness: 2px; }
.task-list .kind { display: block; font-size: 0.88rem; }
.task-list p { margin: 0.4rem 0 0; font-size: 0.94rem; }
.task-list .tag { margin-inline: 0 0.4em; }
.task-list .quiet + .tag { margin-left: 0.6em; }

.contents { display: grid; gap: 0 1.8rem; }
.contents > section { min-width: 0; }
.document-text { border: 1px solid var(--line); border-radius: var(--radius); background: #fff; padding: 1.2rem 1.4rem; line-height: 1.95;
  max-height: 34rem; overflow: auto; scroll-padding-top: 5rem; margin-bottom: 1.2rem; }
.document-text p { margin: 0 0 0.5rem; min-height: 1em; }
.document-text .heading-line { font-weight: 600; }
.document-text .gap { color: var(--quiet); text-align: center; }
.document-text table { margin: 0.6rem 0; width: auto; min-width: 60%; }
.document-text td { border: 1px solid var(--line); padding: 0.3rem 0.5rem; min-width: 4.2em; }
.document-text tr:hover { background: none; }
.document-text.redacted { border-color: var(--green); border-width: 2px; }
.document-text del { background: var(--ink); color: #fff; text-decoration: none; border-radius: 2px; padding: 0 0.2em; font-size: 0.88em; }
mark { scroll-margin: 6rem; }
mark:target, mark:has(:target) { outline: 3px solid #e0a100; outline-offset: 2px; }
.mark-number { display: inline-block; min-width: 1.5em; padding: 0 0.3em; margin: 0 0.25em; border-radius: 0.8em; text-align: center;
  background: var(--ink); color: #fff; font-size: 0.72rem; line-height: 1.5; font-weight: 600; text-decoration: none; vertical-align: 0.15em; }
a.mark-number:hover { background: var(--blue); color: #fff; }
mark.block .mark-number, .findings .block > p > .mark-number { background: var(--red); }
mark.review .mark-number, .findings .review > p > .mark-number { background: var(--amber); }
mark.note .mark-number, .findings .note > p > .mark-number { background: var(--blue); }
.hidden-parts { border: 1px dashed #d18b00; background: var(--amber-faint); border-radius: var(--radius); padding: 0.2rem 1.2rem 0.4rem; margin-bottom: 1.2rem; }
.hidden-parts h3 { margin-top: 0.8rem; }
.hidden-parts ul { list-style: none; padding: 0; margin: 0; max-height: 24rem; overflow: auto; }
.hidden-parts li p { margin: 0.2rem 0 0.8rem; }

/* The unseen words of its choices scroll with it, or the page ends far below its footer. */
.findings { position: relative; list-style: none; padding: 0; margin: 0; display: grid; gap: 0.7rem; scroll-padding: 1rem; }
.findings li { border: 1px solid var(--line); border-left: 5px solid var(--blue); border-radius: var(--radius); padding: 0.7rem 0.9rem; font-size: 0.94rem; }
.findings li.block { border-left-color: var(--red); }
.findings li.review { border-left-color: #d18b00; }
.findings li:target { outline: 3px solid #e0a100; }
.findings p { margin: 0 0 0.3rem; }
.findings p a.small { float: right; }
.findings .excerpt { font-size: 1rem; }
.findings .hint { font-size: 0.82rem; line-height: 1.5; }
.findings .settled { color: var(--green); font-weight: 600; }
.finding-choice { border: 0; border-top: 1px solid var(--line); margin: 0.5rem 0 0; padding: 0.5rem 0 0; display: flex; flex-wrap: wrap;
  gap: 0.1rem 1.1rem; font-size: 0.94rem; }
.finding-choice label { display: flex; gap: 0.35em; align-items: center; min-height: 1.9rem; cursor: pointer; }
.finding-choice input[type='radio'] { width: 1.1rem; height: 1.1rem; margin: 0; accent-color: var(--blue); }
.finding-choice input[type='text'] { min-height: 2.2rem; padding: 0.15rem 0.6rem; font-size: 0.9rem; flex-basis: 100%; }
.finding-choice:not(:has([value='keep']:checked)) input[type='text'] { display: none; }
.finding-choice.rest { border: 1px solid var(--line); border-radius: var(--radius); background: var(--faint); padding: 0.7rem 0.9rem; margin: 0.8rem 0 1.2rem; }
.finding-choice.rest legend { float: left; width: 100%; font-weight: 600; }


.findings li:focus-visible, .findings li.current { outline: 3px solid var(--blue); outline-offset: 1px; }
.keys { font-size: 0.82rem; color: var(--quiet); }
.keys kbd { border: 1px solid var(--line); border-radius: 3px; padding: 0 0.35em; background: var(--faint); font-family: inherit; }
.column-choices { border: 0; padding: 0; margin: 0.6rem 0 1rem; display: grid; gap: 0.35rem; }
.column-choices legend { font-weight: 600; padding: 0; margin-bottom: 0.2rem; }
.column-choices label { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: 0.2rem 1rem; font-size: 0.94rem; }
.column-choices select { width: auto; max-width: 100%; min-height: 2.2rem; padding: 0.15rem 0.4rem; font-size: 0.9rem; }
.column-choices .tag { margin-left: 0.5em; }
.page-images .fold { margin: 0.4rem 0; padding: 0.5rem 0.9rem; }
.page-image { position: relative; margin-top: 0.6rem; border: 1px solid var(--line); background: #fff; }
.page-image img { display: block; width: 100%; height: auto; }
.page-image.drawing { cursor: crosshair; user-select: none; touch-action: none; }
.page-image .drawn { position: absolute; border: 2px solid var(--blue); background: rgb(0 0 0 / 0.35); pointer-events: none; }
.box-fields { border: 1px solid var(--line); border-radius: var(--radius); padding: 0.6rem 1rem 0.8rem; margin: 0.8rem 0 1.4rem; }
.box-fields legend { font-weight: 600; padding: 0 0.3em; }
.box-row { display: flex; flex-wrap: wrap; gap: 0.3rem 0.8rem; margin-top: 0.4rem; }
.box-row label { display: flex; align-items: center; gap: 0.35em; font-size: 0.9rem; }
.box-row input { width: 4.4em; min-height: 2.2rem; padding: 0.15rem 0.4rem; }

.decide { border-top: 5px solid var(--blue); margin-top: 2.4rem; padding: 1.4rem 1.5rem; }
.decision .choice { border-radius: var(--radius); padding-inline: 0.6rem; margin-inline: -0.6rem; }
.decision .choice:has(:checked) { background: var(--blue-faint); }
.decision .field-outcome .choice > span { font-weight: 600; }
.decision .field-outcome .choice .hint { font-weight: 400; }
/* Only what belongs to the chosen opinion; where :has is unknown everything simply stays in sight. */
.decision:has([name='outcome'][value='return']:checked) :is(.field-attribute, .field-ground, .field-texts) { display: none; }
.decision:has([name='attribute'][value='public']:checked) :is(.field-ground, .field-texts) { display: none; }
.decision:has([name='outcome'][value='release']:checked) :is(.field-ground, .field-texts) { display: none; }
.decision.reassess:not(:has([name='outcome'][value='redact']:checked)) .field-texts { display: none; }
.decision.approve-redaction:has([name='outcome'][value='approve']:checked) .field-texts { display: none; }

.fold { border: 1px solid var(--line); border-radius: var(--radius); padding: 0.7rem 1.1rem; margin: 1.2rem 0; }
.fold > summary { cursor: pointer; font-weight: 600; color: var(--blue); }
.fold[open] > summary { margin-bottom: 1rem; }
.fold.danger > summary { color: var(--red); }
.approvals, .originals { list-style: none; padding: 0; margin: 0 0 1.6rem; }
.approvals li, .originals li { padding: 0.35rem 0; }
.reading { line-height: 1.95; max-width: 42rem; }

.filter { list-style: none; padding: 0; margin: 0 0 1.4rem; display: flex; flex-wrap: wrap; gap: 0.5rem; }
.filter a { display: block; padding: 0.2rem 0.9rem; border: 1px solid var(--line); border-radius: 1.2rem; text-decoration: none; font-size: 0.92rem; }
.filter a[aria-current] { background: var(--blue); border-color: var(--blue); color: #fff; }
.counts { list-style: none; padding: 0; margin: 0 0 1.6rem; display: grid; grid-template-columns: repeat(auto-fill, minmax(6.6rem, 1fr)); gap: 0.6rem; }
.counts a { display: block; border: 1px solid var(--line); border-radius: var(--radius); padding: 0.6rem 0.9rem; text-decoration: none; color: var(--quiet); font-size: 0.9rem; }
.counts a:hover, .counts a[aria-current] { border-color: var(--blue); background: var(--blue-faint); }
.counts strong { display: block; font-size: 1.5rem; line-height: 1.3; color: var(--ink); font-variant-numeric: tabular-nums; }
.inline-form .field { margin-bottom: 0.8rem; }

@media (min-width: 64rem) {
  .contents { grid-template-columns: minmax(0, 1.45fr) minmax(0, 1fr); }
  .contents.compare { grid-template-columns: 1fr 1fr; }
  .compare .document-text td { min-width: 3.7em; padding-inline: 0.25rem; }
  .compare + .contents-findings .findings { grid-template-columns: 1fr 1fr; }
  .facts.paired { grid-template-columns: max-content minmax(0, 1fr) max-content minmax(0, 1fr); }
  .contents-findings .findings { max-height: 34rem; overflow: auto; padding: 3px; margin: -3px; }
}
@media print { .document-text, .findings, .hidden-parts ul { max-height: none !important; overflow: visible !important; } }
`;
