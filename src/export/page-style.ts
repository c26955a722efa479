/** The style of a page: two columns on a wide screen, one on a narrow one and on paper; dark where the reader's screen is. */
export const PAGE_STYLE = `
:root{color-scheme:light dark;--paper:#fbfaf7;--ink:#1d1c1a;--faint:#67635c;--line:#ded9cf;--card:#fff;--focus:#0a58ca;
--event:#b3261e;--actor:#00687a;--figure:#8a5300;--means:#a1338f;--time:#2a6b2f;--place:#5b3fb5;--source:#0b57a4;--cue:#67635c}
@media (prefers-color-scheme:dark){:root{--paper:#161513;--ink:#ece8e1;--faint:#a39d92;--line:#37342f;--card:#1f1e1b;--focus:#8ab4f8;
--event:#ff8a80;--actor:#6fd6e8;--figure:#f5b95f;--means:#f09be0;--time:#8fd694;--place:#b9a5ff;--source:#8ab8ff;--cue:#a39d92}}
*{box-sizing:border-box}
html{scroll-padding:2rem}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,sans-serif}
main,footer{max-width:84rem;margin:0 auto;padding:0 1.5rem}
footer{color:var(--faint);font-size:.85rem;padding-bottom:2rem}
.report{padding:2rem 0;border-bottom:1px solid var(--line)}
h1{font:600 1.7rem/1.25 ui-serif,Georgia,serif;margin:0 0 .3rem;max-width:40em;overflow-wrap:anywhere}
h2{font-size:.8rem;letter-spacing:.09em;text-transform:uppercase;color:var(--faint);margin:1.8rem 0 .6rem}
h3{font-size:1rem;font-weight:600;margin:0}
.about{color:var(--faint);font-size:.9rem;margin:0 0 1.2rem;overflow-wrap:anywhere}
.columns{display:grid;grid-template-columns:minmax(0,1.1fr) minmax(0,1fr);gap:2.5rem;align-items:start}
.text{font:1.08rem/1.75 ui-serif,Georgia,serif;position:sticky;top:1rem;max-height:calc(100vh - 2rem);overflow-y:auto;padding-inline-end:1rem}
.text p{margin:0 0 .8em;white-space:pre-wrap;overflow-wrap:anywhere}
.mark{--of:var(--cue);color:inherit;text-decoration:none;border-radius:.15em;padding:.05em 0;
background:color-mix(in srgb,var(--of) 16%,transparent);box-shadow:inset 0 -.12em var(--of)}
.event{--of:var(--event)}.actor{--of:var(--actor)}.figure{--of:var(--figure)}.means{--of:var(--means)}
.time{--of:var(--time)}.place{--of:var(--place)}.source{--of:var(--source)}.cue{--of:var(--cue)}
sup{font:600 .62em/1 system-ui,sans-serif;color:var(--faint);margin-inline-start:.15em}
a.mark:hover,a.quote:hover,a.said:hover{background:color-mix(in srgb,var(--of,var(--focus)) 32%,transparent)}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
.anchor:target+*{outline:2px solid var(--focus);outline-offset:2px;background:color-mix(in srgb,var(--focus) 22%,transparent)}
.legend{font-size:.8rem;margin:0;color:var(--faint)}
.records h2:first-of-type{margin-top:1rem}
.record{background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:.7rem .9rem;margin:0 0 .6rem}
.record:target{border-color:var(--focus);box-shadow:0 0 0 1px var(--focus)}
.within-1{margin-inline-start:1.5rem}.within-2{margin-inline-start:3rem}.within-3{margin-inline-start:4.5rem}.within-4{margin-inline-start:6rem}
.number{display:inline-block;min-width:1.4em;color:var(--faint);font-variant-numeric:tabular-nums}
.state{font-weight:400;color:var(--faint);font-size:.88rem}
.quotes{margin:.25rem 0 0;font-size:.9rem}
dl{margin:.45rem 0 0;font-size:.92rem}
dl div{display:grid;grid-template-columns:6.5rem minmax(0,1fr);gap:.5rem;padding:.12rem 0}
dt{color:var(--faint)}
dd{margin:0;overflow-wrap:anywhere}
.quote{font-family:ui-serif,Georgia,serif;font-style:italic;color:var(--faint);text-decoration:none;border-bottom:1px dotted currentcolor}
dd>.quote:first-child{color:var(--ink)}
.said{color:var(--source);text-decoration:none;font-weight:400;font-size:.9rem}
.said:has(sup)::before{content:"— "}
ul{padding-inline-start:1.2rem}
@media (max-width:60rem){.columns{grid-template-columns:minmax(0,1fr)}.text{position:static;max-height:none;overflow:visible}}
@media print{:root{--paper:#fff;--card:#fff;--ink:#000;--faint:#444}body{font-size:10pt}.columns{display:block}
.text{position:static;max-height:none;overflow:visible}.record{break-inside:avoid}.legend{display:none}
.mark{background:none}*{print-color-adjust:exact}}
`
