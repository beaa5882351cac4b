import type { SupportCatalogue } from '../en/support.ts';
import { acts, common, list, person } from './support/console.ts';
import { ofCodes } from './support/diagnoses-code.ts';
import { ofConnections } from './support/diagnoses-connection.ts';
import { ofNumbers } from './support/diagnoses-number.ts';
import { ofTrouble } from './support/diagnoses-trouble.ts';
import { looks, overview } from './support/overview.ts';
import { found, sentBy, timeline } from './support/timeline.ts';

const diagnoses: SupportCatalogue['diagnoses'] = { ...ofConnections, ...ofNumbers, ...ofCodes, ...ofTrouble };

export const supportEs: SupportCatalogue = {
  common,
  list,
  person,
  acts,
  overview,
  looks,
  diagnoses,
  timeline,
  found,
  sentBy,
};
