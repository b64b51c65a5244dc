import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import styles from './Button.module.css';
import { cx } from './cx.ts';
import { Icon, type IconName } from './Icon.tsx';
import { Spinner } from './Spinner.tsx';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

export type ButtonProps = Omit<AriaButtonProps, 'children' | 'className' | 'style'> & {
  variant?: ButtonVariant;
  size?: 'sm' | 'md' | 'lg';
  icon?: IconName;
  /** As wide as what holds it. */
  wide?: boolean;
  className?: string | undefined;
  ref?: Ref<HTMLButtonElement>;
  children: ReactNode;
};

/** The classes of a button, for a link that looks like one. */
export function buttonClass({
  variant = 'secondary',
  size = 'md',
  wide = false,
}: Pick<ButtonProps, 'variant' | 'size' | 'wide'> = {}): string {
  return cx(styles.button, styles[variant], styles[size], wide && styles.wide);
}

export function Button({ variant, size, wide, icon, className, isPending = false, onPress, children, ...props }: ButtonProps) {
  // Not React Aria's own `isPending`: it speaks through an element that outlives the button it names.
  const pending = isPending ? { 'aria-disabled': true as const, 'data-pending': true } : { onPress };
  return (
    <AriaButton
      {...props}
      {...pending}
      className={cx(buttonClass({ ...(variant && { variant }), ...(size && { size }), ...(wide && { wide }) }), className)}
    >
      {isPending ? <Spinner size={1.125} /> : icon && <Icon name={icon} size={size === 'lg' ? 1.375 : 1.125} />}
      <span className={styles.words}>{children}</span>
    </AriaButton>
  );
}

type IconButtonProps = Omit<AriaButtonProps, 'children' | 'className' | 'style'> & {
  icon: IconName;
  /** What it does, said and shown as a hint. */
  label: string;
  variant?: ButtonVariant;
  className?: string | undefined;
  ref?: Ref<HTMLButtonElement>;
};

export function IconButton({ icon, label, variant = 'quiet', className, ...props }: IconButtonProps) {
  return (
    <AriaButton {...props} aria-label={label} className={cx(styles.button, styles[variant], styles.iconOnly, className)}>
      <Icon name={icon} />
    </AriaButton>
  );
}
