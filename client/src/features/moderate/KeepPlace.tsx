import { Component, type ReactNode } from 'react';

type KeepPlaceProps = { order: readonly string[]; selectedId: string | undefined; className?: string | undefined; children: ReactNode };

/**
 * Scrolls along when rows come or go above the one that is pointed at or selected, so that it stays where it is.
 * Browsers do so by themselves, but for the topmost row in sight, and not at all when that one leaves. A class, because
 * only `getSnapshotBeforeUpdate` can measure right before rows move.
 */
export class KeepPlace extends Component<KeepPlaceProps> {
  private box: HTMLDivElement | null = null;

  override getSnapshotBeforeUpdate(before: KeepPlaceProps): { row: Element; top: number } | null {
    // A selection that moves on scrolls by itself.
    if (!this.box || before.selectedId !== this.props.selectedId || same(before.order, this.props.order)) return null;
    const row = this.box.querySelector('[data-question]:hover') ?? this.box.querySelector('[aria-selected="true"]');
    return row && isInSight(row) ? { row, top: row.getBoundingClientRect().top } : null;
  }

  override componentDidUpdate(_before: KeepPlaceProps, _state: unknown, kept: { row: Element; top: number } | null) {
    if (!this.box || !kept?.row.isConnected) return;
    const moved = kept.row.getBoundingClientRect().top - kept.top;
    if (Math.abs(moved) < 1) return;
    const scrollsItself = this.box.scrollHeight > this.box.clientHeight;
    (scrollsItself ? this.box : window).scrollBy({ top: moved, behavior: 'instant' });
  }

  override render() {
    return (
      <div
        className={this.props.className}
        ref={(box) => {
          this.box = box;
        }}
      >
        {this.props.children}
      </div>
    );
  }
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, place) => id === b[place]);
}

function isInSight(row: Element): boolean {
  const { top, bottom } = row.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}
