import { type ReactNode, type RefObject, useState } from 'react';
import { Dialog, Popover as AriaPopover } from 'react-aria-components/Popover';
import styles from './Popover.module.css';

type PopoverProps = {
  label: string;
  /** The button that opens it, and is given the focus back. */
  trigger: RefObject<HTMLButtonElement | null>;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  placement: 'top start' | 'top end';
  /** Of what is in it. */
  className?: string | undefined;
  children: ReactNode;
};

/** Choices beside the button that they belong to. */
export function Popover({ label, trigger, isOpen, onOpenChange, placement, className, children }: PopoverProps) {
  const [opening, setOpening] = useState({ isOpen, count: 0 });
  if (opening.isOpen !== isOpen) setOpening({ isOpen, count: opening.count + (isOpen ? 1 : 0) });
  return (
    <AriaPopover
      // Opened again while it was still leaving, it would be left without the focus, and deaf to Escape.
      key={opening.count}
      triggerRef={trigger}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      placement={placement}
      className={styles.popover}
    >
      <Dialog className={className} aria-label={label}>
        {children}
      </Dialog>
    </AriaPopover>
  );
}
