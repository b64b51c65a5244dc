import { type ComponentProps, type ReactNode, type Ref, useEffect, useId, useRef } from 'react';
import { normaliseText, textLength } from '@bedside/shared/text.ts';
import { useTranslation } from 'react-i18next';
import { announce } from './announce.ts';
import { cx } from './cx.ts';
import styles from './Field.module.css';
import { Icon } from './Icon.tsx';
import hidden from './VisuallyHidden.module.css';

type TextFieldProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  description?: ReactNode;
  /** What is wrong, in words; shown and read out. */
  error?: string | null;
  /** Code points after normalisation; shows a counter. */
  maxLength?: number;
  optional?: boolean;
  /** For a field whose heading says the same. */
  hideLabel?: boolean;
  placeholder?: string;
  name?: string;
  type?: 'text' | 'datetime-local' | 'date' | 'time';
  min?: string;
  autoComplete?: string;
  autoFocus?: boolean;
  isDisabled?: boolean;
  onFocus?: () => void;
  onBlur?: () => void;
  /** Leaves what is typed. */
  onEscape?: () => void;
  inputRef?: Ref<HTMLInputElement>;
};

/** A line to write in. By hand, as `TextArea`: React Aria's brings the validation of forms, 5 kB of a patient's first load. */
export function TextField({ inputRef, type = 'text', min, ...props }: TextFieldProps) {
  return <Frame {...props}>{(control) => <input {...control} ref={inputRef} type={type} min={min} className={styles.control} />}</Frame>;
}

type TextAreaProps = Omit<TextFieldProps, 'inputRef' | 'type' | 'min'> & { rows?: number; inputRef?: Ref<HTMLTextAreaElement> };

export function TextArea({ inputRef, rows = 4, ...props }: TextAreaProps) {
  return (
    <Frame {...props}>
      {(control) => <textarea {...control} ref={inputRef} rows={rows} className={cx(styles.control, styles.area)} />}
    </Frame>
  );
}

/** What both kinds of control have, whichever element it is. */
type Control = Pick<
  ComponentProps<'input'>,
  'id' | 'value' | 'name' | 'placeholder' | 'autoComplete' | 'autoFocus' | 'disabled' | 'aria-invalid' | 'aria-describedby'
> & {
  onFocus: () => void;
  onBlur: () => void;
  onChange: (event: { target: { value: string } }) => void;
  onKeyDown: ((event: { key: string; stopPropagation(): void }) => void) | undefined;
};

type FrameProps = Omit<TextFieldProps, 'inputRef' | 'type' | 'min'> & { children: (control: Control) => ReactNode };

function Frame({
  label,
  description,
  error,
  maxLength,
  optional = false,
  hideLabel = false,
  isDisabled = false,
  value,
  onChange,
  onFocus,
  onBlur,
  onEscape,
  children,
  ...props
}: FrameProps) {
  const { t } = useTranslation('common');
  const id = useId();
  const describedBy = [description && `${id}-about`, error && `${id}-wrong`].filter(Boolean).join(' ');
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={hideLabel ? hidden.hidden : styles.label}>
        {label} {optional && <span className={styles.optional}>{t('field.optional')}</span>}
      </label>
      {description && (
        <span id={`${id}-about`} className={styles.description}>
          {description}
        </span>
      )}
      {children({
        ...props,
        id,
        value,
        disabled: isDisabled,
        'aria-invalid': error ? true : undefined,
        'aria-describedby': describedBy || undefined,
        onChange: ({ target }) => onChange(target.value),
        onFocus: () => onFocus?.(),
        onBlur: () => onBlur?.(),
        onKeyDown:
          onEscape &&
          ((event) => {
            // What is around it, a dialog or the page's keys, is not meant.
            event.stopPropagation();
            if (event.key === 'Escape') onEscape();
          }),
      })}
      <div className={styles.foot}>
        {error && (
          <span id={`${id}-wrong`} className={styles.error}>
            <Icon name="alert" size={1.125} />
            <span>{error}</span>
          </span>
        )}
        {maxLength !== undefined && <Counter length={textLength(normaliseText(value))} max={maxLength} />}
      </div>
    </div>
  );
}

// How many characters are left when it is said aloud; every key stroke would be noise.
const SAID_AT = [50, 20, 0];

function Counter({ length, max }: { length: number; max: number }) {
  const { t } = useTranslation('common');
  const left = max - length;
  const before = useRef(left);
  useEffect(() => {
    const crossed = SAID_AT.some((mark) => left <= mark && before.current > mark);
    before.current = left;
    if (crossed) announce(left < 0 ? t('field.over', { count: -left }) : t('field.left', { count: left }));
  }, [left, t]);
  return (
    <span className={cx(styles.counter, left < 0 && styles.over)} aria-hidden="true">
      {length} / {max}
    </span>
  );
}
