import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/** What people do on their pages, in the words that the pages use. */

export async function ask(patient: Page, text: string, name?: string): Promise<void> {
  await patient.getByRole('textbox', { name: 'Your question' }).fill(text);
  if (name !== undefined) {
    await patient.getByText('Show a name with my question').click();
    await patient.getByRole('textbox', { name: 'Name to show' }).fill(name);
  }
  await patient.getByRole('button', { name: 'Send my question' }).click();
}

export const own = (patient: Page) => patient.getByRole('region', { name: 'Your questions' });
export const queueOf = (patient: Page) => patient.getByRole('region', { name: 'Questions', exact: true });
export const waiting = (moderator: Page, text: string) => moderator.getByRole('option').filter({ hasText: text });

export const vote = (patient: Page, text: string) =>
  queueOf(patient)
    .getByRole('article')
    .filter({ hasText: text })
    .getByRole('button', { name: /I would like to know this too/ });

export async function openRoom(moderator: Page): Promise<void> {
  await moderator.getByRole('button', { name: 'Open for questions' }).click();
  await expect(moderator.getByRole('button', { name: 'Open for questions' })).toHaveCount(0);
}

/**
 * Selects a waiting question and approves it by its key: again where the desk took the press for one on a question that
 * nobody can have read yet.
 */
export async function approve(moderator: Page, text: string): Promise<void> {
  const row = waiting(moderator, text);
  // One that has not come yet would be taken for one that is approved.
  await expect(row).toBeVisible();
  await expect(async () => {
    if ((await row.count()) > 0 && (await row.getAttribute('aria-disabled', { timeout: 1000 })) !== 'true') {
      await row.click({ timeout: 5000 });
      await moderator.keyboard.press('a');
    }
    await expect(row).toHaveCount(0, { timeout: 1000 });
  }).toPass();
}

/** Selects a waiting question and opens the choice of reasons, with the same patience. */
export async function beginDecline(moderator: Page, text: string): Promise<void> {
  await expect(async () => {
    await waiting(moderator, text).click({ timeout: 5000 });
    await moderator.keyboard.press('d');
    await expect(moderator.getByRole('form', { name: 'Decline' })).toBeVisible({ timeout: 1000 });
  }).toPass();
}

export async function goLive(doctor: Page): Promise<void> {
  await doctor.getByRole('button', { name: 'Go live' }).click();
  await chooseCaptions(doctor);
  await expect(doctor.getByRole('button', { name: 'End session' })).toBeVisible();
}

/** What the doctor is asked before going live for the first time. */
export async function chooseCaptions(doctor: Page): Promise<void> {
  await doctor.getByRole('button', { name: 'A captioner types them' }).click();
}
