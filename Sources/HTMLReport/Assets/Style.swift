/// The report's style sheet. Every colour is named here once, for light and dark.
enum Style {
  static let text = """
    :root {
      color-scheme: light dark;
      --ground: light-dark(#f5f5fa, #13131b);
      --surface: light-dark(#ffffff, #1c1c27);
      --text: light-dark(#1c1c2a, #e9e9f1);
      --muted: light-dark(#585869, #ababbd);
      --line: light-dark(#d9d9e5, #37374b);
      --control: light-dark(#767689, #85859c);
      --accent: light-dark(#3d33c4, #b0abff);
      --accent-soft: light-dark(#ebe9fd, #2b2a4e);
      --band: light-dark(#2b2670, #211e48);
      --band-text: light-dark(#ffffff, #f1f0ff);
      --error: light-dark(#a8101c, #ffa3a3);
      --error-soft: light-dark(#fde7e8, #45191f);
      --warning: light-dark(#7a4700, #ffcb70);
      --warning-soft: light-dark(#fff0d2, #40300f);
      --note: light-dark(#17558c, #9dcbff);
      --note-soft: light-dark(#e3effb, #17304a);
      --good: light-dark(#0d5c2b, #8fe0a8);
      --good-soft: light-dark(#e0f4e5, #153823);
      --gone: light-dark(#97132a, #ffa8b8);
      --gone-soft: light-dark(#fce6ea, #431a25);
      --secret: light-dark(#6a2a8c, #e0b3f7);
      --secret-soft: light-dark(#f5e8fb, #38204a);
      --code: light-dark(#f0f0f6, #242432);
      --comment: light-dark(#5b6270, #a3a9b8);
      --string: light-dark(#a02020, #ffa998);
      --keyword: light-dark(#8a1a7c, #f4a3e6);
      --type: light-dark(#0b5a78, #8ad4ee);
      --mono: ui-monospace, "SF Mono", SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono",
        monospace;
      --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif;
    }
    :root:has(#theme-light:checked) { color-scheme: light; }
    :root:has(#theme-dark:checked) { color-scheme: dark; }

    *, *::before, *::after { box-sizing: border-box; }
    html { scroll-padding-top: 1rem; }
    body {
      margin: 0; background: var(--ground); color: var(--text);
      font: 1rem/1.55 var(--sans); overflow-wrap: anywhere;
    }
    a { color: var(--accent); text-underline-offset: 0.2em; }
    a:hover { text-decoration-thickness: 2px; }
    h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance; }
    code, kbd { font-family: var(--mono); font-size: 0.88em; overflow-wrap: anywhere; }
    kbd {
      padding: 0 0.4em; border: 1px solid var(--control); border-radius: 4px;
      background: var(--surface);
    }
    [hidden] { display: none !important; }
    :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
    main:focus-visible, #results:focus-visible { outline-offset: -3px; }
    article:focus-visible { outline: none; }
    article:focus-visible > header h2 { outline: 3px solid var(--accent); outline-offset: 2px; }
    .skip {
      position: absolute; left: 1rem; top: -4rem; z-index: 2; padding: 0.6rem 1rem;
      background: var(--surface); border-radius: 0 0 8px 8px;
    }
    .skip:focus { top: 0; }

    .top {
      display: flex; flex-wrap: wrap; gap: 0.5rem 2rem; align-items: center;
      padding: 0.9rem clamp(1rem, 3vw, 2.5rem); background: var(--band); color: var(--band-text);
    }
    .top h1 { margin: 0; font-size: 1.25rem; letter-spacing: 0.01em; flex: 1 1 auto; }
    .top a { color: inherit; text-decoration: none; }
    .top a:hover { text-decoration: underline; }
    .top :focus-visible, .top input:focus-visible + span { outline: 3px solid var(--band-text); }
    .top kbd { color: var(--text); }
    .settings { display: flex; flex-wrap: wrap; gap: 0.4rem 1.5rem; align-items: center; }
    .settings fieldset { display: flex; margin: 0; padding: 0; border: 0; align-items: center; }
    .settings legend { float: left; padding: 0 0.6rem 0 0; }
    .settings fieldset label { position: relative; }
    .settings fieldset input { position: absolute; opacity: 0; inset: 0; margin: 0; }
    .settings fieldset span {
      display: block; padding: 0.15rem 0.7rem; border: 1px solid var(--band-text);
      margin-left: -1px;
    }
    .settings label:first-of-type span { border-radius: 999px 0 0 999px; }
    .settings label:last-of-type span { border-radius: 0 999px 999px 0; }
    .settings input:checked + span {
      background: var(--band-text); color: var(--band); font-weight: 600;
    }
    .settings input:checked + span::before { content: "✓ " / ""; }

    main { padding: clamp(1rem, 3vw, 2.5rem); max-width: 110rem; margin: 0 auto; }
    main > article { display: none; }
    .overview, main > article { scroll-margin-top: 12rem; }
    main > article:target, main > article:has(:target) { display: block; }
    main:has(> article:target) > .overview, main:has(> article :target) > .overview {
      display: none;
    }
    @supports not selector(:has(*)) { main > article { display: block; } }
    html:not(.js) :is(.query, #filters, .needs-script) { display: none; }
    footer { padding: 0 clamp(1rem, 3vw, 2.5rem) 2rem; color: var(--muted); }

    .numbers ul {
      display: grid; grid-template-columns: repeat(auto-fit, minmax(7.5rem, 1fr)); gap: 0.75rem;
      margin: 0 0 2rem; padding: 0; list-style: none;
    }
    .numbers li {
      padding: 0.8rem 1rem; border-radius: 12px; background: var(--surface);
      border: 1px solid var(--line); border-top: 4px solid var(--accent);
    }
    .numbers b { display: block; font-size: 1.9rem; line-height: 1.1; font-weight: 650; }
    .numbers span { color: var(--muted); }
    .numbers a { display: block; color: inherit; text-decoration: none; }
    .numbers a span { text-decoration: underline; text-underline-offset: 0.2em; }
    .numbers .error { border-top-color: var(--error); }
    .numbers .warning { border-top-color: var(--warning); }
    .numbers .note { border-top-color: var(--note); }
    .numbers .changed { border-top-color: var(--good); }

    .browse { display: grid; grid-template-columns: minmax(0, 1fr); gap: 2rem; }
    @media (min-width: 60rem) {
      .browse { grid-template-columns: 17rem minmax(0, 1fr); align-items: start; }
      #search { position: sticky; top: 1rem; max-height: calc(100vh - 2rem); overflow: auto; }
    }
    #search { padding: 3px; }
    .query > label[for] { font-weight: 600; }
    .query input[type="search"] {
      width: 100%; margin: 0.3rem 0 0; padding: 0.6rem 0.9rem; font: inherit;
      color: inherit; background: var(--surface); border: 1px solid var(--control);
      border-radius: 10px;
    }
    ::placeholder { color: var(--muted); opacity: 1; }
    .help { margin: 0.5rem 0; color: var(--muted); font-size: 0.85rem; }
    .check { display: block; padding: 0.15rem 0 0.15rem 1.6rem; text-indent: -1.6rem; }
    input[type="checkbox"] { width: 1.05rem; height: 1.05rem; vertical-align: -0.15em; }
    input { accent-color: var(--accent); }
    #filters { margin-top: 1rem; }
    #filters > summary { font-weight: 600; }
    #filters fieldset { margin: 0.8rem 0 0; padding: 0.6rem 0 0; border: 0;
      border-top: 1px solid var(--line); }
    #filters legend { float: left; width: 100%; padding: 0; font-weight: 600; font-size: 0.9rem; }
    #filters legend + * { clear: both; }
    .count { float: right; color: var(--muted); font-variant-numeric: tabular-nums; }
    button {
      font: inherit; padding: 0.45rem 0.9rem; color: var(--accent); background: var(--surface);
      border: 1px solid var(--control); border-radius: 8px; cursor: pointer;
    }
    button:hover { background: var(--accent-soft); }
    summary { cursor: pointer; }

    #status { margin: 0 0 1rem; color: var(--muted); }
    .kind > h2 { margin: 1.5rem 0 0; font-size: 1.5rem; }
    .kind:first-of-type > h2 { margin-top: 0; }
    .group > h3 { margin: 1.1rem 0 0.5rem; font-size: 1rem; color: var(--muted); }
    .cards {
      display: grid; grid-template-columns: repeat(auto-fill, minmax(min(17rem, 100%), 1fr));
      gap: 0.75rem; margin: 0.5rem 0 0; padding: 0; list-style: none;
    }
    .card {
      position: relative; display: flex; flex-direction: column; padding: 0.8rem 1rem;
      background: var(--surface); border: 1px solid var(--line); border-radius: 12px;
    }
    .card:hover { border-color: var(--accent); }
    .card > a { font-weight: 650; font-size: 1.05rem; text-decoration: none; }
    .card > a::after { content: ""; position: absolute; inset: 0; border-radius: 12px; }
    .card > a:focus-visible { outline: none; }
    .card > a:focus-visible::after { outline: 3px solid var(--accent); outline-offset: 2px; }
    .card p { margin: 0.2rem 0 0; }
    .what { color: var(--muted); font-size: 0.88rem; flex: 1; }
    .card .badges { margin-top: 0.6rem; }
    .size { color: var(--muted); font-size: 0.82rem; }
    .badge {
      display: inline-block; padding: 0 0.5em; border-radius: 999px; font-size: 0.8rem;
      font-weight: 550; line-height: 1.6; white-space: nowrap; border: 1px solid currentColor;
      color: var(--muted); background: var(--surface);
    }
    .badge.error, .badge.breaks-source {
      color: var(--error); background: var(--error-soft);
    }
    .badge.warning, .badge.breaks-wire {
      color: var(--warning); background: var(--warning-soft);
    }
    .badge.note, .badge.documentation, .badge.changed {
      color: var(--note); background: var(--note-soft);
    }
    .badge.added, .badge.compatible { color: var(--good); background: var(--good-soft); }
    .badge.removed { color: var(--gone); background: var(--gone-soft); }
    .badge.secret { color: var(--secret); background: var(--secret-soft); }
    th .badge { margin-left: 0.5em; }

    .crumbs, .parts { display: flex; flex-wrap: wrap; gap: 0.4rem 1.25rem; }
    .crumbs .gap { flex: 1; }
    article > header h2 { margin: 1rem 0 0; font-size: clamp(1.6rem, 4vw, 2.3rem);
      width: fit-content; }
    .lead { margin: 0.3rem 0 0.8rem; color: var(--muted); max-width: 60rem; }
    .parts a {
      padding: 0.2rem 0.8rem; border: 1px solid var(--line); border-radius: 999px;
      background: var(--surface); text-decoration: none;
    }
    .parts a:hover { border-color: var(--accent); }
    article > section, .pane {
      margin-top: 1.5rem; padding: 1rem clamp(0.75rem, 2vw, 1.5rem); background: var(--surface);
      border: 1px solid var(--line); border-radius: 12px;
    }
    article h3 { margin: 0 0 0.6rem; font-size: 1.15rem; }
    article h4 { margin: 1.4rem 0 0.4rem; font-size: 1rem; }
    article h4 small { font-weight: 400; color: var(--muted); }
    .line { font-size: 0.85rem; font-weight: 400; white-space: nowrap; }
    .method {
      padding: 0.05em 0.5em; border-radius: 5px; font: 600 0.8rem var(--mono);
      color: var(--accent); background: var(--accent-soft);
    }
    .none, .more, .extra { color: var(--muted); }
    .more, .extra { font-size: 0.85rem; }
    .extra { display: block; }
    .rule-name { color: var(--muted); }
    .specs { display: grid; grid-template-columns: minmax(8rem, max-content) 1fr;
      gap: 0.25rem 1rem; margin: 0; }
    .specs dt { color: var(--muted); }
    .specs dd { margin: 0; }
    .findings ul, .changes ul, .calls, .places { margin: 0; padding: 0 0 0 1.1rem; }
    .findings ul, .corrections ul, .changes ul { margin: 0; padding: 0; list-style: none; }
    .findings li, .corrections li, .changes li { padding: 0.25rem 0; }
    .changes li { padding: 0.5rem 0; border-top: 1px solid var(--line); }
    .changes li:first-child { border-top: 0; }
    .changes .more { margin: 0.3rem 0; }
    .sides { margin: 0.3rem 0; padding: 0.3rem 0.6rem; border-radius: 8px;
      background: var(--code); font: 0.8rem/1.5 var(--mono); }
    .sides :is(ins, del) { display: block; padding: 0 0.4rem 0 1.6rem; text-indent: -1.2rem;
      text-decoration: none; white-space: pre-wrap; }
    .sides ins { background: var(--good-soft); }
    .sides del { background: var(--gone-soft); }
    .sides ins::before { content: "+ " / ""; color: var(--good); }
    .sides del::before { content: "− " / ""; color: var(--gone); }
    details { margin: 0.4rem 0; }
    .table { overflow-x: auto; }
    table { width: 100%; border-collapse: collapse; font-size: 0.92rem; }
    th, td {
      padding: 0.4rem 0.8rem 0.4rem 0; text-align: left; vertical-align: top;
      border-top: 1px solid var(--line);
    }
    thead th { border-top: 0; color: var(--muted); font-size: 0.85rem; font-weight: 550; }
    tbody th { font-weight: 550; }
    th:last-child, td:last-child { padding-right: 0; }
    th[scope="col"] { white-space: nowrap; }
    td:nth-child(2), td:nth-child(3) { overflow-wrap: break-word; }
    td:nth-child(4) { min-width: 14rem; }

    .panes { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0 1.5rem; }
    @media (min-width: 75rem) {
      .panes:has(.pane + .pane) { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
      .panes:has(.pane + .pane) .code { max-height: calc(100vh - 6rem); overflow: auto; }
      .pane { position: sticky; top: 1rem; align-self: start; }
    }
    .pane h3 code { font-weight: 400; font-size: 0.75em; color: var(--muted); }
    .code {
      counter-reset: line; font: 0.8rem/1.5 var(--mono); tab-size: 4; border-radius: 8px;
      background: var(--code); border: 1px solid var(--line); scroll-padding: 6rem 0;
    }
    .code > :is(div, ins, del):not([role]) {
      display: block; position: relative; min-height: 1.5em; padding: 0 0.75rem 0 4.25rem;
      white-space: pre-wrap; overflow-wrap: anywhere; text-decoration: none;
      unicode-bidi: isolate; scroll-margin: 6rem;
    }
    .code > :is(div, ins):not([role]) { counter-increment: line; }
    .code > :is(div, ins, del):not([role])::before {
      position: absolute; left: 0; width: 3.5rem; text-align: right; color: var(--comment);
      content: counter(line) / "";
    }
    .code > ins { background: var(--good-soft); color: var(--text); }
    .code > del { background: var(--gone-soft); color: var(--text); }
    .code > ins:not([role])::before { content: "+ " counter(line) / ""; color: var(--good); }
    .code > del:not([role])::before { content: "−" / ""; color: var(--gone); }
    .code > :target:not([role]) {
      box-shadow: inset 4px 0 var(--accent); background: var(--accent-soft);
    }
    .swift b { color: var(--keyword); font-weight: 600; }
    .swift i { color: var(--comment); font-style: normal; }
    .swift u { color: var(--string); text-decoration: none; }
    .swift var { color: var(--type); font-style: normal; }
    .page > .h { font-weight: 700; color: var(--accent); }
    .page > .c { color: var(--type); }
    mark { background: var(--note-soft); color: var(--note);
      text-decoration: underline dotted 2px; text-underline-offset: 0.2em; }
    mark.warning { background: var(--warning-soft); color: var(--warning);
      text-decoration-style: wavy; text-decoration-thickness: 1px; }
    mark.error { background: var(--error-soft); color: var(--error);
      text-decoration-style: solid; }
    .finding {
      margin: 0.3rem 0.75rem 0.5rem 4.25rem; padding: 0.5rem 0.8rem; border-radius: 0 8px 8px 0;
      font: 0.85rem/1.5 var(--sans); background: var(--surface); border: 1px solid var(--line);
      border-left: 4px solid var(--note); scroll-margin: 6rem;
    }
    .finding.warning { border-left-color: var(--warning); }
    .finding.error { border-left-color: var(--error); }
    .finding:target { outline: 2px solid var(--accent); }
    .finding p { margin: 0.1rem 0; }

    @media (max-width: 40rem) {
      .code > :is(div, ins, del):not([role]) { padding: 0 0.4rem 0 3rem; }
      .code > :is(div, ins, del):not([role])::before { width: 2.5rem; }
      .finding { margin-left: 0.5rem; margin-right: 0.4rem; }
      .specs { grid-template-columns: 1fr; gap: 0; }
      .specs dd { margin: 0 0 0.6rem; }
      .numbers ul { grid-template-columns: repeat(auto-fit, minmax(6.6rem, 1fr)); gap: 0.5rem; }
      .numbers li { padding: 0.5rem 0.7rem; }
      .numbers b { font-size: 1.4rem; }
      /* A row becomes a paragraph: name, then type and presence, then what it means. */
      .table thead { position: absolute; clip-path: inset(50%); }
      .table tr { display: flex; flex-wrap: wrap; gap: 0 0.8rem; padding: 0.4rem 0;
        border-top: 1px solid var(--line); }
      .table :is(th, td) { padding: 0; border: 0; }
      .table tbody th, .table td:nth-child(4) { flex: 1 0 100%; }
      .table td:nth-child(4) { order: 1; min-width: 0; }
    }
    @media print {
      .skip, .settings, #search, .crumbs, .parts { display: none; }
      .code { max-height: none !important; }
    }
    """
}
