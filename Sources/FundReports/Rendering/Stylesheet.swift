/// How pages look: on a screen, wide or narrow, light or dark, and on A4.
///
/// Tables have no vertical rules, as in the documents of the United Nations.
enum Stylesheet {
  /// The SHA-256 of ``rules``, by which a page allows this stylesheet and no other. A test says
  /// what it must be.
  static let digest = "sha256-yMuEH5wMt77X2Ks0S911skW6AJTiU/3SO2tUcs6d4ZU="

  static let rules: StaticString = """

    :root {
      color-scheme: light dark;
      --page: #ffffff; --ink: #16191d; --quiet: #4b525b; --hair: #c6ccd4; --focus: #0b57d0;
      --c1: #1d5f93; --c2: #b4540a; --c3: #3a7136; --c4: #75459b;
      --c5: #826400; --c6: #a3304a; --c7: #1f767d; --c8: #5b636d;
      --h1: #eef4fa; --h2: #d7e6f4; --h3: #bcd5eb; --h4: #9dc1e0; --h5: #7eacd3;
    }
    @media screen and (prefers-color-scheme: dark) {
      :root {
        --page: #14171a; --ink: #e8eaed; --quiet: #aab2bc; --hair: #3d444d; --focus: #8ab4f8;
        --c1: #6fb1e4; --c2: #f0985a; --c3: #86c77f; --c4: #c39be6;
        --c5: #d9b84a; --c6: #ee8398; --c7: #62c3cb; --c8: #a9b1bb;
        --h1: #182735; --h2: #1b3347; --h3: #1e405b; --h4: #214e71; --h5: #235c87;
      }
    }
    * { box-sizing: border-box; }
    body {
      margin: 0; background: var(--page); color: var(--ink);
      font: 15px/1.45 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
      overflow-wrap: anywhere;
    }
    main { max-width: 84rem; margin: 0 auto; padding: 1.5rem clamp(1rem, 2vw, 3rem) 3rem; }
    h1 { font-size: 1.45rem; line-height: 1.25; margin: 0 0 .4rem; text-wrap: balance; }
    h2, h3, h4, h5, h6 { font-size: 1.1rem; line-height: 1.3; margin: 2rem 0 .3rem; }
    p { margin: .25rem 0; }
    .subtitle, .unit, caption, footer { color: var(--quiet); }
    .contents { list-style: none; margin: .3rem 0 0; padding: 0; }
    .contents a { color: var(--focus); }
    .chapter { margin-top: 3rem; }
    .chapter h2 { font-size: 1.25rem; }
    .chapter h3, .chapter h4 { font-size: 1rem; }
    #introduction .subtitle { color: var(--ink); max-width: 52rem; }
    .notes { margin-top: 1rem; max-width: 52rem; }
    .notes p { margin: .1rem 0; }
    footer { margin-top: 1.25rem; padding-top: .75rem; border-top: 1px solid var(--hair); }
    .unseen {
      position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
      white-space: nowrap;
    }

    .scroll { overflow-x: auto; margin-top: 1rem; }
    .scroll:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
    table {
      border-collapse: separate; border-spacing: 0; min-width: min(100%, 40rem);
      border-bottom: 1px solid var(--ink); font-variant-numeric: tabular-nums;
    }
    caption { text-align: left; padding-bottom: .4rem; }
    .wide table { font-size: 12.5px; }
    th, td { padding: .22em .6em; text-align: left; vertical-align: top; font-weight: 400; }
    thead th, thead td {
      vertical-align: bottom; font-weight: 600; line-height: 1.25;
      border-top: 1px solid var(--ink); border-bottom: 1px solid var(--ink);
    }
    .figure { text-align: right; white-space: nowrap; }
    .figure { padding-right: .98em; }
    .figure.negative { padding-right: .6em; }
    :where(.wide) th, :where(.wide) td { padding-left: .3em; padding-right: .3em; }
    .wide .figure { padding-right: .68em; }
    .wide .figure.negative { padding-right: .3em; }
    .short, .code, .day { white-space: nowrap; }
    thead .figure, thead .short, thead .code { white-space: normal; overflow-wrap: normal; }
    .long { min-width: 11rem; max-width: 30rem; }
    .wide .long { min-width: 8rem; }
    .heading th { font-weight: 600; padding-top: .8em; }
    .subtotal > th, .total > th { white-space: normal; overflow-wrap: break-word; }
    .subtotal > * { font-weight: 600; }
    .total > * { font-weight: 700; border-top: 1px solid var(--ink); }
    .memorandum > * { color: var(--quiet); }
    .indent-1 { padding-left: 1.5em; }
    .indent-2 { padding-left: 2.5em; }
    .indent-3 { padding-left: 3.5em; }
    .indent-4 { padding-left: 4.5em; }

    .beside {
      display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 1.5rem 2.5rem;
    }
    .beside.heat { grid-template-columns: minmax(0, 1fr); gap: .25rem; }
    .picture { overflow-x: auto; }
    .words { margin: .6rem 0 0; padding-left: 1.1rem; font-variant-numeric: tabular-nums; }
    .chart { display: block; margin-top: .6rem; overflow: hidden; }
    .chart text { font-size: 13px; fill: var(--ink); }
    .chart .value { font-variant-numeric: tabular-nums; }
    .color-1 { fill: var(--c1); } .color-2 { fill: var(--c2); }
    .color-3 { fill: var(--c3); } .color-4 { fill: var(--c4); }
    .color-5 { fill: var(--c5); } .color-6 { fill: var(--c6); }
    .color-7 { fill: var(--c7); } .color-8 { fill: var(--c8); }
    .hatch { stroke: var(--page); stroke-width: 1.6; fill: none; }
    .hatch-dot { fill: var(--page); }
    .gap { stroke: var(--page); stroke-width: 2.5; }
    .edge-1 { stroke: var(--c1); } .edge-2 { stroke: var(--c2); }
    .edge-3 { stroke: var(--c3); } .edge-4 { stroke: var(--c4); }
    .edge-5 { stroke: var(--c5); } .edge-6 { stroke: var(--c6); }
    .edge-7 { stroke: var(--c7); } .edge-8 { stroke: var(--c8); }
    .cell { stroke: var(--page); stroke-width: 1.5; }
    .axis { stroke: var(--ink); }
    .grid { stroke: var(--hair); }
    .mark { stroke: var(--ink); stroke-width: 1.5; stroke-dasharray: 2 3; }
    .line-1, .line-2, .line-3, .line-4, .line-5, .line-6, .line-7, .line-8 { stroke-width: 2.5; }
    .line-1 { stroke: var(--c1); } .line-2 { stroke: var(--c2); stroke-dasharray: 7 3; }
    .line-3 { stroke: var(--c3); stroke-dasharray: 2 2; }
    .line-4 { stroke: var(--c4); stroke-dasharray: 9 3 2 3; }
    .line-5 { stroke: var(--c5); stroke-dasharray: 14 4; }
    .line-6 { stroke: var(--c6); stroke-dasharray: 5 5; }
    .line-7 { stroke: var(--c7); stroke-dasharray: 2 5; }
    .line-8 { stroke: var(--c8); stroke-dasharray: 9 2 2 2 2 2; }
    .shade-0 { fill: none; } .shade-1 { fill: var(--h1); } .shade-2 { fill: var(--h2); }
    .shade-3 { fill: var(--h3); } .shade-4 { fill: var(--h4); } .shade-5 { fill: var(--h5); }

    @media screen {
      tr:not(.heading) > :first-child { position: sticky; left: 0; background: var(--page); }
      .heading span { position: sticky; left: .6em; }
    }
    @media screen and (max-width: 48rem) {
      .beside { grid-template-columns: minmax(0, 1fr); gap: .25rem; }
      table { font-size: 14px; }
      th, td { padding: .3em .5em; }
      .figure { padding-right: .88em; }
      .figure.negative { padding-right: .5em; }
      .indent-1 { padding-left: 1.1em; } .indent-2 { padding-left: 1.8em; }
      .indent-3 { padding-left: 2.5em; } .indent-4 { padding-left: 3.2em; }
      .heading span { left: .5em; }
      .code, .long { min-width: 8rem; max-width: 16rem; white-space: normal; }
      tr:not(.heading) > .code:first-child, tr:not(.heading) > .long:first-child {
        min-width: 36vw; max-width: 42vw;
      }
    }

    @page {
      size: A4; margin: 16mm 14mm 18mm;
      @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; }
    }
    @page wide { size: A4 landscape; }
    @page widest { size: A3 landscape; }
    @media print {
      :root { color-scheme: light; }
      body { font-size: 9.5pt; }
      main { max-width: none; padding: 0; }
      h1 { font-size: 14pt; } h2, h3, h4, h5, h6 { font-size: 11.5pt; break-after: avoid; }
      .scroll { overflow: visible; }
      .wide { page: wide; }
      .widest { page: widest; }
      table { font-size: 8pt; line-height: 1.35; }
      .notes, footer { font-size: 8.5pt; line-height: 1.35; margin-top: 3mm; padding-top: 0; }
      footer { padding-top: 2mm; }
      .wide table { font-size: 7.5pt; }
      th, td { padding: .15em .3em; }
      .figure, .wide .figure { padding-right: .68em; }
      .figure.negative, .wide .figure.negative { padding-right: .3em; }
      .widest table { font-size: 6.5pt; }
      .widest th, .widest td { padding-left: .2em; }
      .words { font-size: 8.5pt; line-height: 1.35; }
      .long, .wide .long { min-width: 9em; }
      thead { display: table-header-group; }
      tr, .beside, footer { break-inside: avoid; }
      tbody tr:nth-child(-n+3), .total { break-before: avoid; }
      .scroll:not(:has(tbody:nth-of-type(4), tbody tr:nth-child(25))) { break-inside: avoid; }
      .chapter { break-before: page; margin-top: 0; }
      .contents a { color: var(--ink); text-decoration: none; }
      .heading, .unit, caption { break-after: avoid; }
      .picture { zoom: .8; }
      .heat .chart { max-width: 100%; height: auto; }
    }

    """
}
