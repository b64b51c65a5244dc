import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ScheduleSession } from '@bedside/shared/commands.ts';
import type { Failure } from '@bedside/shared/errors.ts';
import { limits } from '@bedside/shared/limits.ts';
import { newCommandId } from '@bedside/shared/random-id.ts';
import type { RouteResult } from '@bedside/shared/rpc.ts';
import { api } from '../../net/api.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';
import { type Complaints, complaintsOf, nextHour, type Plan, startOf } from './plan.ts';
import styles from './Schedule.module.css';

export function PlanForm({ onMade }: { onMade: (made: RouteResult<'schedule'>) => void }) {
  const { t } = useTranslation(['schedule', 'common']);
  const [plan, setPlan] = useState<Plan>(() => ({
    title: '',
    description: '',
    hostName: '',
    hostTitle: '',
    startsAt: nextHour(Date.now()),
  }));
  const [complaints, setComplaints] = useState<Complaints>({});
  const [failure, setFailure] = useState<Failure | null>(null);
  const [sending, setSending] = useState(false);
  // One intent, one id: pressing again after a lost answer schedules nothing twice.
  const [commandId, setCommandId] = useState(newCommandId);

  const change = (part: Partial<Plan>) => {
    setPlan({ ...plan, ...part });
    setCommandId(newCommandId());
    setComplaints({});
    setFailure(null);
  };

  const schedule = async () => {
    const found = complaintsOf(plan, Date.now());
    setComplaints(found);
    const startsAt = startOf(plan);
    if (Object.keys(found).length > 0 || startsAt === null || sending) return;
    setSending(true);
    const session = ScheduleSession.parse({
      type: 'schedule-session',
      title: plan.title,
      description: plan.description,
      host: { name: plan.hostName, title: plan.hostTitle },
      startsAt,
    });
    const answer = await api.schedule({ commandId, session });
    setSending(false);
    if (answer.ok) onMade(answer);
    else setFailure(answer.error);
  };

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    void schedule();
  };

  const wrong = (field: keyof Plan) => {
    const complaint = complaints[field];
    if (!complaint) return null;
    return complaint.problem === 'between'
      ? t('error.between', { min: Math.max(1, complaint.min), max: complaint.max })
      : t(`error.${complaint.problem}`);
  };

  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <TextField
        label={t('field.title')}
        description={t('field.titleHint')}
        value={plan.title}
        onChange={(title) => change({ title })}
        maxLength={limits.titleMax}
        error={wrong('title')}
        autoComplete="off"
      />
      <TextArea
        label={t('field.description')}
        description={t('field.descriptionHint')}
        optional
        rows={3}
        value={plan.description}
        onChange={(description) => change({ description })}
        maxLength={limits.descriptionMax}
        error={wrong('description')}
      />
      <div className={styles.pair}>
        <TextField
          label={t('field.hostName')}
          description={t('field.hostNameHint')}
          value={plan.hostName}
          onChange={(hostName) => change({ hostName })}
          error={wrong('hostName')}
          autoComplete="off"
        />
        <TextField
          label={t('field.hostTitle')}
          description={t('field.hostTitleHint')}
          optional
          value={plan.hostTitle}
          onChange={(hostTitle) => change({ hostTitle })}
          error={wrong('hostTitle')}
          autoComplete="off"
        />
      </div>
      <TextField
        label={t('field.startsAt')}
        description={t('field.startsAtHint', { zone: Intl.DateTimeFormat().resolvedOptions().timeZone })}
        type="datetime-local"
        value={plan.startsAt}
        onChange={(startsAt) => change({ startsAt })}
        error={wrong('startsAt')}
      />
      {failure && (
        <Banner tone="danger" live>
          {t(`common:error.${failure.code}`)}
        </Banner>
      )}
      <Button type="submit" variant="primary" size="lg" icon="calendar" isPending={sending} className={styles.submit}>
        {t(sending ? 'working' : 'submit')}
      </Button>
    </form>
  );
}
