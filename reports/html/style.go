package html

// style is what the page looks like. Every pair of colours of words and their ground has a contrast of at least 4.5 to 1, and every edge
// that has to be seen 3 to 1 (WCAG 2.2, 1.4.3 and 1.4.11); a test counts them. On paper, headings of tables stand again on each page, and
// what belongs together is not parted.
const style = `:root{color-scheme:light}
*{box-sizing:border-box}
html{font-size:100%;-webkit-text-size-adjust:100%}
body{margin:0;background:#eef1f3;color:#1b2529;font-family:"Liberation Sans",Arial,Helvetica,system-ui,sans-serif;line-height:1.5}
header,main,footer{max-width:60rem;margin:0 auto;background:#ffffff;padding:1rem 2.5rem}
main{padding-bottom:2.5rem;outline:none}
main .part{max-width:46rem}
main .wide{max-width:none}
.part+.part{border-top:1px solid #7a868b;margin-top:2.5rem;padding-top:1rem}
footer{color:#3c464b;font-size:.9rem;border-top:1px solid #7a868b}
.skip{position:absolute;left:-100vw;background:#ffffff;color:#0b4896;padding:.5rem 1rem;z-index:1}
.skip:focus{left:0;top:0}
.unseen{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.marking{text-align:center;font-weight:bold;letter-spacing:.04em;margin:.25rem 0}
.letterhead{display:grid;grid-template-columns:auto 1fr auto;gap:0 1.25rem;align-items:start;border-bottom:2px solid #5a626e;padding:.75rem 0}
.letterhead .logo{grid-column:1;max-height:5rem;width:auto;max-width:10rem;margin:0}
.letterhead .office{grid-column:2;font-size:1.3rem;font-weight:bold;margin:0}
.letterhead .office:first-child{grid-column:1/3}
.letterhead address{grid-column:3;font-style:normal;font-size:.9rem;color:#3c464b;overflow-wrap:anywhere}
h1{font-size:1.7rem;line-height:1.25;margin:1.5rem 0 .75rem}
h2{font-size:1.3rem;line-height:1.3;margin:1.6rem 0 .5rem}
h3{font-size:1.12rem;margin:1.3rem 0 .4rem}
h4,h5,h6{font-size:1rem;font-style:italic;margin:1.1rem 0 .3rem}
p{margin:0 0 .8rem;overflow-wrap:anywhere}
main :is(p,li,dl,blockquote,h1,h2,h3,h4,h5,h6){max-width:70ch}
.framed>*{margin-left:auto;margin-right:auto}
.tight{margin-bottom:0}
a{color:#0b4896}
a:focus-visible,.scroll:focus-visible{outline:3px solid #0b4896;outline-offset:2px}
li{margin-bottom:.3rem}
ins{color:#005c3a;text-decoration:underline;text-decoration-thickness:.12em}
del{color:#961616}
dl{margin:0 0 1rem}
dl>div{display:grid;grid-template-columns:minmax(6rem,14rem) 1fr;gap:.1rem 1rem;margin-bottom:.25rem}
dt{font-weight:bold}
dd{margin:0;overflow-wrap:anywhere}
dd>:last-child{margin-bottom:0}
.line{display:block;border-bottom:1.5px solid #5a626e}
.clause{margin:0 0 .8rem 3rem}
.clause>p:first-child .number{display:inline-block;min-width:2.5rem;margin-left:-3rem;padding-right:.5rem}
h1 .number,h2 .number,h3 .number{display:inline-block;min-width:2.5rem}
blockquote{margin:0 0 1rem 1rem;padding-left:1rem;border-left:4px solid #7a868b}
.by{font-weight:bold}
.ask{font-weight:bold;margin-bottom:.2rem}
.box{border:1.5px solid #5a626e;margin-bottom:1rem}
.scroll{overflow-x:auto;margin:0 0 1.2rem}
table{border-collapse:collapse;font-size:.93rem;min-width:100%}
caption{text-align:left;font-weight:bold;padding-bottom:.3rem}
th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid #b0b6be;overflow-wrap:break-word}
thead th,thead td{background:#e4e8ee;border-top:2px solid #5a626e;border-bottom:2px solid #5a626e}
tbody th{font-weight:normal}
.group th{background:#f3f5f8;font-weight:bold}
.total th,.total td{font-weight:bold;border-top:2px solid #5a626e;border-bottom:2px solid #5a626e}
.right{text-align:right;font-variant-numeric:tabular-nums}
.centre{text-align:center}
.grid th,.grid td{border:1px solid #5a626e}
.notes{font-size:.9rem}
figure{margin:0 0 1.2rem}
figure svg{width:100%;max-width:44rem;height:auto;font:14px "Liberation Sans",Arial,Helvetica,sans-serif;fill:#1b2529}
figure img{max-width:100%;height:auto}
figcaption{font-size:.9rem}
.framed{border:4px double #5a626e;text-align:center;padding:3rem 1.5rem;max-width:none}
.framed h1{font-size:2.2rem}
@media (max-width:40rem){
header,main,footer{padding:.75rem 1rem}
.letterhead{grid-template-columns:1fr}
.letterhead>*{grid-column:1!important}
dl>div{grid-template-columns:1fr}
.clause{margin-left:0}
.clause>p:first-child .number{margin-left:0}
}
@media (forced-colors:active){
figure svg{fill:CanvasText}
figure svg rect{forced-color-adjust:none;stroke:CanvasText}
figure svg line{stroke:CanvasText}
}
@page{size:A4;margin:20mm}
@page wide{size:A4 landscape;margin:15mm}
@media print{
header{margin-bottom:1.5rem}
footer{margin-top:1.5rem}
main :is(p,li,dl,blockquote,h1,h2,h3,h4,h5,h6){max-width:none}
body,header,main,footer{background:#ffffff;max-width:none;padding:0}
footer{padding-top:.5rem}
main .part{max-width:none}
.wide{page:wide}
.part+.part{break-before:page;border:0;margin:0;padding:0}
.skip,.back{display:none}
.scroll{overflow:visible}
thead{display:table-header-group}
.many{font-size:.6rem}
.many th,.many td{padding:.1rem .15rem;overflow-wrap:anywhere}
tr,figure,.together,.box{break-inside:avoid}
h1,h2,h3,h4{break-after:avoid}
a{color:inherit}
}
`
