import { type ReactNode, type Ref, useEffect, useRef } from 'react';
import { FieldError, Input, Label, Text, TextArea as AriaTextArea, TextField as AriaTextField } from 'react-aria-components/TextField';
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

export function TextField({ inputRef, placeholder, min, ...props }: TextFieldProps) {
  return (
    <Frame {...props}>
      <Input ref={inputRef ?? null} className={styles.control} {...(placeholder && { placeholder })} {...(min && { min })} />
    </Frame>
  );
}

type TextAreaProps = Omit<TextFieldProps, 'inputRef' | 'type' | 'min'> & { rows?: number; inputRef?: Ref<HTMLTextAreaElement> };

export function TextArea({ inputRef, placeholder, rows = 4, ...props }: TextAreaProps) {
  return (
    <Frame {...props}>
      <AriaTextArea ref={inputRef ?? null} className={cx(styles.control, styles.area)} rows={rows} {...(placeholder && { placeholder })} />
    </Frame>
  );
}

function Frame({
  label,
  description,
  error,
  maxLength,
  optional = false,
  hideLabel = false,
  onEscape,
  children,
  ...props
}: Omit<TextFieldProps, 'inputRef' | 'placeholder'> & { children: ReactNode }) {
  const { t } = useTranslation('common');
  return (
    <AriaTextField
      {...props}
      {...(onEscape && { onKeyDown: ({ key }) => (key === 'Escape' ? onEscape() : undefined) })}
      className={styles.field}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
    >
      <Label className={hideLabel ? hidden.hidden : styles.label}>
        {label} {optional && <span className={styles.optional}>{t('field.optional')}</span>}
      </Label>
      {description && (
        <Text slot="description" className={styles.description}>
          {description}
        </Text>
      )}
      {children}
      <div className={styles.foot}>
        <FieldError className={styles.error}>
          <Icon name="alert" size={1.125} />
          <span>{error}</span>
        </FieldError>
        {maxLength !== undefined && <Counter length={textLength(normaliseText(props.value))} max={maxLength} />}
      </div>
    </AriaTextField>
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
