/** The page of a brief as a file of its own: no script, and nothing to load. */

import style from './brief.css';
import { type Element, element, htmlOf } from './element.ts';
import type { Brief } from './model.ts';
import { briefPage } from './page.ts';

/** Black on white, on paper as on the screen; the panel of the editor has the colors of its theme. */
const colors = `:root{--text:#1b1b1b;--quiet:#555;--ground:#fff;--rule:#d5d5d5;--faint:#efefef;--ink:#2f66b0;--go:#1b1b1b;
--good:#1f6b33;--bad:#a12a1c;--warn:#9a5200}
body{margin:24px auto;max-width:186mm;padding:0 4mm;background:var(--ground);color:var(--text);
font:13px/1.42 system-ui,"Segoe UI","Noto Sans","Noto Sans CJK SC","Microsoft YaHei",sans-serif}
@page{size:A4;margin:10mm 13mm}
@media print{body{margin:0;padding:0;max-width:none;font-size:8.2pt;line-height:1.32;print-color-adjust:exact}}
`;

/** A whole HTML document with the look of a brief. `style`: what it has besides. */
export function htmlDocument(
  { title, locale, style: more = '' }: { readonly title: string; readonly locale: string; readonly style?: string },
  body: Element,
): string {
  const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
  const head = [
    element('meta', { charset: 'utf-8' }),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
    element('meta', { name: 'viewport', content: 'width=device-width' }),
    element('title', {}, title),
  ];
  return `<!DOCTYPE html>
<html lang="${locale}">
<head>
${head.map(htmlOf).join('\n')}
<style>
${colors}${style}${more}</style>
</head>
<body>
${htmlOf(body)}
</body>
</html>
`;
}

/** The whole HTML document of a brief. */
export function briefHtml(brief: Brief): string {
  return htmlDocument(brief, briefPage(brief));
}
