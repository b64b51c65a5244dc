import type { ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components/Menu';
import { cx } from './cx.ts';
import { Icon, type IconName } from './Icon.tsx';
import styles from './Popover.module.css';

export type MenuAction = { id: string; label: string; icon?: IconName; danger?: boolean; isDisabled?: boolean; run: () => void };

/** Actions behind one button. */
export function Menu({ trigger, label, actions }: { trigger: ReactNode; label: string; actions: readonly MenuAction[] }) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={styles.popover}>
        <AriaMenu className={styles.list} aria-label={label} onAction={(key) => actions.find(({ id }) => id === key)?.run()}>
          {actions.map(({ id, label: words, icon, danger, isDisabled = false }) => (
            <MenuItem key={id} id={id} textValue={words} isDisabled={isDisabled} className={cx(styles.item, danger && styles.itemDanger)}>
              {icon && <Icon name={icon} />}
              <span>{words}</span>
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
