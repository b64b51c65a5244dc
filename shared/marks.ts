import * as z from 'zod/mini';

/** Signs of an emergency that a pack of phrases knows (rule F1); screening/red-flags finds them. */
export const FlagCode = z.enum([
  'chest-pain',
  'stroke',
  'breathlessness',
  'anaphylaxis',
  'overdose',
  'self-harm',
  'sepsis',
  'infant-fever',
  'pregnancy-bleeding',
  'domestic-violence',
]);
export type FlagCode = z.infer<typeof FlagCode>;

/** What may tell who somebody is (rule G1); screening/personal-data finds it. */
export const PersonalKind = z.enum([
  'name',
  'place',
  'phone',
  'email',
  'birth-date',
  'age',
  'record-number',
  'national-id',
  'address',
  'url',
  'handle',
  'employer',
]);
export type PersonalKind = z.infer<typeof PersonalKind>;

/** What a person should look at before others do (rule H1); screening/abuse finds it. */
export const AbuseKind = z.enum(['profanity', 'insult', 'threat', 'slur']);
export type AbuseKind = z.infer<typeof AbuseKind>;

/** What the server found in a question when it came: codes alone, never what was found. */
export const Marks = z.object({
  redFlags: z.array(FlagCode),
  personal: z.array(PersonalKind),
  abuse: z.array(AbuseKind),
});
export type Marks = z.infer<typeof Marks>;
