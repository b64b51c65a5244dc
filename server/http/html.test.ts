import { expect, it } from 'vitest';
import { withMeta } from './html.ts';

const html = `<html><head>
  <title>Bedside</title>
  <meta name="description" content="General" />
  <meta
    property="og:title"
    content="General"
  />
</head><body></body></html>`;

it('gives the page its session, once', () => {
  const page = withMeta(html, { title: 'Asthma', description: 'Ask\nus', host: { name: 'Dr A', title: 'GP' } }, 'https://b.example/s/abcd');
  expect(page).toContain('<title>Asthma · Bedside</title>');
  expect(page).toContain('<meta property="og:title" content="Asthma · Dr A, GP" />');
  expect(page).toContain('<meta name="description" content="Ask us" />');
  expect(page).not.toContain('General');
  expect(page.match(/og:title/g)).toHaveLength(1);
});

it('leaves nothing of a title that could be markup or a replacement pattern', () => {
  const evil = `</title><script>alert(1)</script>"' onload=x $& $1 $'`;
  const page = withMeta(html, { title: evil, description: evil, host: { name: evil, title: '' } }, 'https://b.example/s/abcd');
  expect(page).not.toMatch(/<script|<\/title><|"' onload/);
  expect(page).toContain('&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39; onload=x $&amp; $1 $&#39;');
  expect(page.match(/<\/head>/g)).toHaveLength(1);
});
