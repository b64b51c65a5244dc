import { useLocation, useSearchParams } from 'wouter';
import { type AuditQuery, readQuery, writeQuery } from './filter.ts';

/** What is looked at, kept in the address: it can be kept, sent to a colleague, and gone back from. */
export function useAuditQuery(): { query: AuditQuery; change: (to: Partial<AuditQuery>) => void } {
  const [search] = useSearchParams();
  const [path, navigate] = useLocation();
  const query = readQuery(search);
  return { query, change: (to) => navigate(`${path}${writeQuery({ ...query, ...to })}`) };
}

/** The address of a question's whole story, told from its beginning. */
export const storyHref = (path: string, questionId: NonNullable<AuditQuery['questionId']>): string =>
  `${path}${writeQuery({ order: 'oldest', actor: null, act: null, questionId })}`;
