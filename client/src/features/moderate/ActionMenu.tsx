import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components/Menu';
import { Button, type ButtonProps, IconButton } from '../../ui/Button.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import popover from '../../ui/Popover.module.css';
import styles from './ActionMenu.module.css';

export type MenuAction = { id: string; label: string; run: () => void; keyName?: string | undefined; isDisabled?: boolean };

type ActionMenuProps = Pick<ButtonProps, 'isDisabled'> & {
  label: string;
  items: readonly MenuAction[];
  /** Three dots instead of the words. */
  compact?: boolean;
  excludeFromTabOrder?: boolean;
};

/** A button that opens a list of what else can be done. */
export function ActionMenu({ label, items, compact = false, isDisabled = false, excludeFromTabOrder = false }: ActionMenuProps) {
  return (
    <MenuTrigger>
      {compact ? (
        <IconButton icon="more" label={label} isDisabled={isDisabled} excludeFromTabOrder={excludeFromTabOrder} />
      ) : (
        <Button size="sm" variant="quiet" icon="chevronDown" isDisabled={isDisabled} excludeFromTabOrder={excludeFromTabOrder}>
          {label}
        </Button>
      )}
      <Popover className={popover.popover}>
        <Menu className={popover.list} aria-label={label} onAction={(id) => items.find((item) => item.id === id)?.run()}>
          {items.map(({ id, label: words, keyName, isDisabled: off = false }) => (
            <MenuItem key={id} id={id} textValue={words} isDisabled={off} className={popover.item}>
              <span className={styles.words}>{words}</span>
              {keyName && <Kbd decorative>{keyName}</Kbd>}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
