import { useTranslation } from 'react-i18next';
import type { StaffMember } from '@bedside/shared/view.ts';

/** How colleagues are named: by the name that they chose, else by their role and number. */
export function useStaffName(staff: readonly StaffMember[] | undefined): (number: number) => string {
  const { t } = useTranslation('moderate');
  return (number) => {
    const member = staff?.find((each) => each.number === number);
    return member?.name ?? t(`staff.${member?.role ?? 'moderator'}`, { number });
  };
}
