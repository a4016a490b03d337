import { DEFAULT_NULLS, type Profile } from '../src/source/profile.ts';

/** A profile that says nothing but that the period is in the column `month`. */
export const POSTS_PROFILE: Profile = {
  name: 'posts',
  title: 'posts',
  header: [],
  period: { columns: ['month'], roles: ['text'] },
  measures: [],
  shown: [],
  dimensions: null,
  separate: [],
  labels: {},
  openEnd: false,
  nulls: DEFAULT_NULLS,
  columnNulls: {},
  renamed: {},
  totals: {},
  breaks: {},
  caveats: [],
};
