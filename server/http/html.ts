import type { SessionSummary } from '@bedside/shared/view.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (char) => entities[char] ?? char);

/**
 * The page with its session's title and description where chats and search engines look (https://ogp.me). What an
 * organiser wrote is escaped; replacement functions, so that a `$&` in a title is nothing but that.
 */
export function withMeta(html: string, session: Pick<SessionSummary, 'title' | 'description' | 'host'>, url: string): string {
  const title = escapeHtml(session.title);
  const by = escapeHtml([session.host.name, session.host.title].filter(Boolean).join(', '));
  const description = escapeHtml(session.description.replaceAll('\n', ' ')) || `Questions and answers with ${by}`;
  const metas = [
    `<meta name="description" content="${description}" />`,
    `<meta property="og:type" content="website" />`,
    `<meta property="og:site_name" content="Bedside" />`,
    `<meta property="og:title" content="${title} · ${by}" />`,
    `<meta property="og:description" content="${description}" />`,
    `<meta property="og:url" content="${escapeHtml(url)}" />`,
  ];
  return html
    .replace(/[ \t]*<meta\s[^>]*(?:property="og:(?:type|site_name|title|description|url)"|name="description")[^>]*>\n?/g, '')
    .replace(/<title>[^<]*/, () => `<title>${title} · Bedside`)
    .replace('</head>', () => `${metas.map((meta) => `  ${meta}\n  `).join('')}</head>`);
}
