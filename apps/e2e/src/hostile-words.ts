/** Words that would be more than words if anything took them for markup, a template, a link, a formula or a query. */
export const PAYLOADS: readonly string[] = [
  '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<svg onload=alert(1)>', '"><script>alert(1)</script>', "'-alert(1)-'", '<a href="javascript:alert(1)">klikni</a>',
  '<iframe src="//evil.example"></iframe>', '<math><mi//xlink:href="data:x,<script>alert(1)</script>">', '{{constructor.constructor("alert(1)")()}}', '${alert(1)}', '#{7*7}', '<%= 7*7 %>',
  '<style>@import "//evil.example"</style>', '<link rel=stylesheet href=//evil.example>', '<meta http-equiv=refresh content="0;url=//evil.example">', '<base href=//evil.example>',
  '<details open ontoggle=alert(1)>', '<video><source onerror=alert(1)>', '<body onload=alert(1)>', '<input autofocus onfocus=alert(1)>', '<marquee onstart=alert(1)>',
  '<object data=javascript:alert(1)>', '<embed src=javascript:alert(1)>', '<form action=javascript:alert(1)><button>', '<template><script>alert(1)</script></template>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">', '&lt;script&gt;alert(1)&lt;/script&gt;', '&#60;script&#62;', '\\u003cscript\\u003e', '%3Cscript%3E',
  '</textarea><script>alert(1)</script>', '</title><script>alert(1)</script>', '<!--<script>alert(1)</script>-->', '<![CDATA[<script>alert(1)</script>]]>', 'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>', '=HYPERLINK("//evil.example")', '[klikni](javascript:alert(1))', '![x](x "onerror=alert(1)")', '<scr<script>ipt>alert(1)</scr</script>ipt>',
  "'; drop table contribution; --", '{"$gt": ""}', '../../../../etc/passwd', '{{count}} {{title}} $t(shell:skip)',
];

/** What real people write that programs stumble over. */
export const AWKWARD: readonly string[] = [
  'Áá Ää Čč Ďď Éé Íí Ĺĺ Ľľ Ňň Óó Ôô Ŕŕ Šš Ťť Úú Ýý Žž Ěě Řř Ůů', '+421 900 000 000 zavolajte mi', '-10 % spotreby do roku 2030', '@mesto, prosím odpovedzte',
  '<b>tučné</b> <img src=x onerror=alert(1)>', 'Viac stromov 🌳🌳 a menej áut 🚗 👩🏽‍🦽', 'Zverejnite všetky údaje o spotrebe', 'مرحبا \u202Eotbo\u202C koniec', 'riadok jeden\n\triadok dva', '…?!',
];

/** One word wider than any screen. */
export const LONG_WORD = 'najneobhospodarovávateľnejšieho'.repeat(16).slice(0, 480);
/** As long as a card may be. */
export const LONG_CARD = 'Mesto má počúvať, odpovedať a vysvetliť rozhodnutie; '.repeat(20).slice(0, 999).trimEnd().padEnd(1_000, '!');
