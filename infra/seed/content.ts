import type { DeclineReason } from '@bedside/shared/commands.ts';
import type { FlagCode } from '@bedside/shared/marks.ts';

/** A question of the demonstration; times in minutes before the start, so that ages look lived-in. */
export type SeededQuestion = {
  text: string;
  name?: string;
  minutesAgo: number;
  votes?: number;
  fate: 'approved' | 'pending' | 'declined' | 'answered' | 'merged';
  /** What is found in it. */
  redFlags?: readonly FlagCode[];
  /** What is shown instead, without the name. */
  edited?: string;
  /** The text of the question that it is merged into. */
  into?: string;
  reason?: DeclineReason;
  note?: string;
};

export type SeededSession = {
  slug: string;
  title: string;
  description: string;
  host: { name: string; title: string };
  scheduledMinutesAgo: number;
  /** From the start of the program; negative for what is over. */
  startsInMinutes: number;
  until: 'scheduled' | 'open' | 'ended';
  questions: readonly SeededQuestion[];
  /** What was said, in the words of its captioner; none of one that never was live. */
  captions: readonly string[];
};

const DAY = 24 * 60;

export const demo: SeededSession = {
  slug: 'type-2-diabetes',
  title: 'Living with type 2 diabetes: your questions',
  description:
    'Food, movement, medicines, feet, travel, and the days when it is all too much: Dr Osei answers what matters most to you.\nAsk without giving your name, and vote for the questions that you would have asked too.',
  host: { name: 'Dr Amara Osei', title: 'Consultant endocrinologist' },
  scheduledMinutesAgo: 3 * DAY,
  startsInMinutes: 10,
  until: 'open',
  captions: [],
  questions: [
    {
      text: 'I was diagnosed two weeks ago and feel overwhelmed by all the advice. If you had to pick one thing to start with, what would it be?',
      minutesAgo: 46,
      votes: 58,
      fate: 'approved',
    },
    {
      text: 'Is fruit allowed or not? Everyone tells me something different, and I miss my morning banana.',
      name: 'Margit',
      minutesAgo: 44,
      votes: 41,
      fate: 'approved',
    },
    {
      text: 'Why is my blood sugar highest in the morning when I have not eaten anything since dinner?',
      minutesAgo: 41,
      votes: 52,
      fate: 'approved',
    },
    {
      text: 'Can type 2 diabetes really go into remission, and what does that word mean here?',
      minutesAgo: 39,
      votes: 47,
      fate: 'approved',
    },
    {
      text: 'My doctor wants me to start a tablet. I had hoped to manage with food and walking alone. Does taking it mean that I have failed?',
      minutesAgo: 36,
      votes: 33,
      fate: 'approved',
    },
    {
      text: 'I work night shifts. When is the right time for meals and for checking my sugar if my day is upside down?',
      name: 'Night nurse',
      minutesAgo: 33,
      votes: 28,
      fate: 'approved',
    },
    {
      text: 'How often should somebody look at my feet, and what should I look for myself at home?',
      minutesAgo: 31,
      votes: 19,
      fate: 'approved',
    },
    {
      text: 'Could you explain what the long-term value (HbA1c) tells us that daily measuring does not?',
      minutesAgo: 28,
      votes: 24,
      fate: 'approved',
    },
    {
      text: 'My phone number is on the form I sent to your clinic last week. Could you call me back about my own blood results?',
      minutesAgo: 27,
      fate: 'declined',
      reason: 'needs-own-doctor',
      note: 'Your results are best discussed with the team that knows you. Please call the clinic, they will be glad to help.',
    },
    {
      text: 'Are sweeteners better than sugar, or do they cause trouble of their own?',
      minutesAgo: 25,
      votes: 16,
      fate: 'approved',
    },
    {
      text: 'I love to dance but worry about my sugar dropping in the middle of an evening. How do other people prepare for that?',
      name: 'Tomasz',
      minutesAgo: 21,
      votes: 11,
      fate: 'approved',
    },
    {
      text: 'My grandmother, my mother and I all have it. What can I do now so that my children might not?',
      minutesAgo: 18,
      votes: 37,
      fate: 'approved',
    },
    {
      text: 'What is worth asking for at the yearly check-up? I always leave and then remember what I wanted to say.',
      minutesAgo: 14,
      votes: 8,
      fate: 'approved',
    },
    {
      text: 'We are flying to see family, with a seven-hour time difference. How do people usually plan their medicines around that?',
      minutesAgo: 9,
      fate: 'pending',
    },
    {
      text: 'Some days I am simply tired of thinking about it all: the numbers, the labels, the looks when I say no to cake. My wife means well but has begun to watch every plate, and we argue about potatoes of all things. I know that stress is not good for my sugar either, so it goes round in a circle. Is this common, is there a name for it, and is there somebody one can talk to about this side of it without being told, once again, to just be more disciplined? I would like to enjoy Sunday dinner with my family again.',
      minutesAgo: 7,
      fate: 'pending',
    },
    {
      text: 'Is fasting for religious reasons possible with diabetes, and whom should I talk to before the month begins?',
      name: 'Samira',
      minutesAgo: 5,
      fate: 'pending',
    },
    {
      text: 'is it ok to drink coffee before the blood test in the morning??',
      minutesAgo: 3,
      fate: 'pending',
    },
    {
      text: 'Can I eat fruit? I keep reading that bananas are forbidden.',
      minutesAgo: 2,
      fate: 'pending',
    },
    {
      text: 'I am Beatriz, I drive the school bus in Elmford and start at five. What can I have for breakfast that keeps until ten?',
      name: 'Beatriz',
      edited: 'I drive a school bus and start at five. What can I have for breakfast that keeps until ten?',
      minutesAgo: 12,
      votes: 6,
      fate: 'approved',
    },
    {
      text: 'How often do feet have to be checked, and can I do that myself?',
      into: 'How often should somebody look at my feet, and what should I look for myself at home?',
      minutesAgo: 11,
      votes: 3,
      fate: 'merged',
    },
    {
      text: 'I have had a heavy pressure in my chest since this morning and my left arm feels numb. Is that my sugar?',
      redFlags: ['chest-pain'],
      minutesAgo: 1,
      fate: 'pending',
    },
  ],
};

export const upcoming: SeededSession = {
  slug: 'sleep-and-shift-work',
  title: 'Sleeping well when you work shifts',
  description: 'How to rest between a late and an early one, what light and coffee do to the body clock, and when to ask for help.',
  host: { name: 'Dr Henrik Lindqvist', title: 'Specialist in sleep medicine' },
  scheduledMinutesAgo: 2 * DAY,
  startsInMinutes: 3 * DAY + 90,
  until: 'scheduled',
  captions: [],
  questions: [],
};

export const ended: SeededSession = {
  slug: 'back-pain-at-home',
  title: 'Back pain: what helps at home, and when to see somebody',
  description: 'A physiotherapist-turned-physician on moving, resting, lifting, and worrying less.',
  host: { name: 'Dr Lucía Ferrer', title: 'Physical and rehabilitation medicine' },
  scheduledMinutesAgo: 12 * DAY,
  startsInMinutes: -6 * DAY,
  until: 'ended',
  captions: [
    'Good evening, and thank you for coming.',
    'I will answer in general; for what is about you alone, please see your own doctor.',
    'Let us begin with the question that most of you voted for.',
  ],
  questions: [
    {
      text: 'Should I rest or move when my back hurts? My neighbour swears by three days in bed.',
      minutesAgo: 6 * DAY + 50,
      votes: 44,
      fate: 'answered',
    },
    {
      text: 'Which chair do you recommend for eight hours at a desk?',
      name: 'Joana',
      minutesAgo: 6 * DAY + 44,
      votes: 31,
      fate: 'answered',
    },
    {
      text: 'When is back pain something to see a doctor about at once?',
      minutesAgo: 6 * DAY + 40,
      votes: 39,
      fate: 'answered',
    },
    { text: 'Does a hot water bottle do anything, or does it only feel nice?', minutesAgo: 6 * DAY + 33, votes: 18, fate: 'answered' },
    {
      text: 'How do I lift my toddler without hurting myself? She is fourteen kilos and likes to be carried.',
      minutesAgo: 6 * DAY + 21,
      votes: 26,
      fate: 'answered',
    },
    { text: 'Is swimming really better than other sports for the back?', minutesAgo: 6 * DAY + 12, votes: 9, fate: 'approved' },
  ],
};
