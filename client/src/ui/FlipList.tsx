import { Component, type ReactNode } from 'react';

type Row = { key: string; node: ReactNode };
type FlipListProps = { rows: readonly Row[]; className?: string | undefined; rowClassName?: string | undefined };

const DURATION_MS = 260;

/**
 * An ordered list whose rows glide to their new places. A class, because only `getSnapshotBeforeUpdate` can
 * measure where rows are right before they move; measured any earlier, scrolling would have made it wrong.
 */
export class FlipList extends Component<FlipListProps> {
  private list: HTMLOListElement | null = null;

  override getSnapshotBeforeUpdate(before: FlipListProps): ReadonlyMap<string, number> | null {
    if (!this.list || sameOrder(before.rows, this.props.rows) || prefersStill()) return null;
    return new Map(visibleRows(this.list).map((row) => [row.dataset.row ?? '', row.getBoundingClientRect().top]));
  }

  override componentDidUpdate(_before: FlipListProps, _state: unknown, tops: ReadonlyMap<string, number> | null) {
    if (!this.list || !tops) return;
    for (const row of visibleRows(this.list)) glide(row, tops.get(row.dataset.row ?? ''));
  }

  override render() {
    const { rows, className, rowClassName } = this.props;
    return (
      <ol
        className={className}
        ref={(list) => {
          this.list = list;
        }}
      >
        {rows.map(({ key, node }) => (
          <li key={key} data-row={key} className={rowClassName}>
            {node}
          </li>
        ))}
      </ol>
    );
  }
}

function glide(row: HTMLElement, before: number | undefined) {
  const options = { duration: DURATION_MS, easing: 'cubic-bezier(0.2, 0, 0, 1)' };
  if (before === undefined) return void row.animate([{ opacity: 0 }, { opacity: 1 }], options);
  const moved = before - row.getBoundingClientRect().top;
  if (Math.abs(moved) > 1) row.animate([{ transform: `translateY(${moved}px)` }, { transform: 'none' }], options);
}

// Hundreds of rows out of sight need neither measuring nor moving.
function visibleRows(list: HTMLOListElement): HTMLElement[] {
  const rows: HTMLElement[] = [];
  for (const row of list.children) {
    if (!(row instanceof HTMLElement)) continue;
    const { top, bottom } = row.getBoundingClientRect();
    if (top > innerHeight) break;
    if (bottom >= 0) rows.push(row);
  }
  return rows;
}

function sameOrder(a: readonly Row[], b: readonly Row[]): boolean {
  return a.length === b.length && a.every(({ key }, place) => key === b[place]?.key);
}

const prefersStill = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
