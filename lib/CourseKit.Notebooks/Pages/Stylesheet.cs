namespace CourseKit.Notebooks.Pages;

/// <summary>How a page looks: light and dark, on a phone, on paper.</summary>
internal static class Stylesheet
{
    public const string Text = """
        :root {
          --ink: #1f2328; --soft: #59636e; --paper: #ffffff; --panel: #f6f8fa; --line: #d1d9e0; --link: #0759c3;
          --good: #116329; --bad: #b3261e; --bad-panel: #fff1f0;
          --keyword: #a3174f; --string: #0a3069; --number: #0550ae; --comment: #57606a; --directive: #6639ba;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --ink: #e6edf3; --soft: #9ca7b3; --paper: #0d1117; --panel: #161b22; --line: #30363d; --link: #79b8ff;
            --good: #56d364; --bad: #ff8a80; --bad-panel: #2d1715;
            --keyword: #ff9bb5; --string: #a5d6ff; --number: #8cc8ff; --comment: #98a2ad; --directive: #d2b3ff;
          }
        }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 56rem; padding: 1rem 1.25rem 4rem; background: var(--paper); color: var(--ink);
          font: 1rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif; }
        a { color: var(--link); }
        :focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
        .skip { position: absolute; left: -99rem; } .skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .3rem .6rem; }
        h1, h2, h3, h4 { line-height: 1.25; margin: 2rem 0 .75rem; scroll-margin-top: 1rem; } h4 { font-size: 1rem; margin: 1rem 0 .4rem; }
        .anchor { opacity: 0; text-decoration: none; font-weight: 400; } :is(h2, h3):hover .anchor, .anchor:focus { opacity: 1; }
        h1 { font-size: 1.9rem; margin-top: 1rem; } h2 { font-size: 1.4rem; } h3 { font-size: 1.15rem; }
        header.verdict { font-size: .85rem; color: var(--soft); border-bottom: 1px solid var(--line); padding-bottom: .5rem; }
        header.verdict span { border-left: .3rem solid var(--good); padding-left: .6rem; display: block; }
        header.verdict:not(.passed) span { border-color: var(--bad); }
        nav { font-size: .9rem; border: 1px solid var(--line); border-radius: .4rem; padding: .6rem 1rem; margin: 1rem 0; }
        nav ol { margin: 0; padding: 0; list-style: none; columns: 2 16rem; } nav .level3 { padding-left: 1.2rem; }
        code, pre { font-family: ui-monospace, "Cascadia Mono", "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: .875rem; }
        pre { margin: 0; overflow-x: auto; line-height: 1.45; }
        .text code { background: var(--panel); border-radius: .25rem; padding: .1em .3em; }
        .text pre { background: var(--panel); border-radius: .4rem; padding: .75rem 1rem; } .text pre code { padding: 0; }
        section.code { margin: 1.25rem 0; }
        .label { font-size: .75rem; color: var(--soft); margin-bottom: .2rem; }
        .source { background: var(--panel); border: 1px solid var(--line); border-radius: .4rem; padding: .7rem 1rem; }
        .outputs { padding: .6rem 0 0 1rem; border-left: 3px solid var(--line); margin: .5rem 0 0 .25rem; }
        .outputs > * { margin-bottom: .6rem; overflow-x: auto; }
        .value pre { overflow: visible; }
        .stdout, .stderr { max-height: 24rem; overflow: auto; }
        .stderr, .note { color: var(--soft); }
        .error { color: var(--bad); background: var(--bad-panel); padding: .6rem .8rem; border-radius: .4rem; white-space: pre-wrap; }
        .failed .source, .timedout .source, .died .source { border-color: var(--bad); }
        .failed .label, .timedout .label, .died .label { color: var(--bad); font-weight: 600; }
        table { border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums; }
        caption { text-align: left; font-weight: 600; padding-bottom: .3rem; }
        th, td { border-bottom: 1px solid var(--line); padding: .25rem .75rem; text-align: start; vertical-align: top; }
        thead :is(th, td) { vertical-align: bottom; border-bottom-width: 2px; } .coursekit-note { color: var(--soft); min-width: 14rem; max-width: 34rem; } tbody tr:hover { background: var(--panel); } td { max-width: 26rem; overflow-wrap: break-word; }
        th button:hover { text-decoration: underline; } th[aria-sort] button { white-space: nowrap; }
        progress { accent-color: var(--link); vertical-align: middle; width: 12rem; max-width: 40vw; }
        @media (min-width: 44rem) { caption { white-space: nowrap; } }
        @media (max-width: 40rem) { body { padding-inline: .75rem; } .outputs { padding-left: .4rem; margin-left: 0; } th, td { padding-inline: .4rem; } }
        blockquote { margin: 1rem 0; padding: .1rem 1rem; border-left: .25rem solid var(--line); color: var(--soft); }
        img, svg { max-width: 100%; height: auto; }
        .coursekit-figure { color: var(--ink); } .coursekit-figure.live > :is(svg, img, .still) { display: none !important; }
        .coursekit-chart { width: 100%; } .coursekit-figure:not(.live) > .coursekit-chart { position: absolute; visibility: hidden; }
        .k { color: var(--keyword); } .s { color: var(--string); } .n { color: var(--number); } .c { color: var(--comment); } .d { color: var(--directive); }
        @media print {
          :root {
            --ink: #000; --soft: #444; --paper: #fff; --panel: #f6f8fa; --line: #bbb; --link: #000;
            --good: #000; --bad: #000; --bad-panel: #fff; --keyword: #000; --string: #333; --number: #000; --comment: #555; --directive: #333;
          }
          body { max-width: none; font-size: 10pt; } nav, .skip, .anchor { display: none; } h2, h3 { break-after: avoid; } tr { break-inside: avoid; }
          .coursekit-figure.live > :is(svg, img) { display: block !important; } .coursekit-chart { display: none; }
          pre { white-space: pre-wrap; overflow-wrap: anywhere; } .stdout, .stderr { max-height: none; }
          .source, .coursekit-figure { break-inside: avoid; } .label { break-after: avoid; }
        }

        """;
}
