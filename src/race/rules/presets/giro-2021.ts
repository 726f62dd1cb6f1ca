import type { Rules } from '../rules.ts';
import { giro2025 } from './giro-2025.ts';
import { NONE } from './neutral.ts';

/** Giro d'Italia rules 2021, where they differ from 2025 (cyclismerevue.be, 2021). Mountains as in 2025, unconfirmed. */
export const giro2021: Rules = {
  ...giro2025,
  name: "Giro d'Italia 2021",
  protection: { ...giro2025.protection, soloCrash: true },
  bonusS: { ...giro2025.bonusS, sprint: [3, 2, 1], bonusSprint: NONE },
  points: { ...giro2025.points, sprint: [20, 12, 8, 6, 4, 3, 2, 1] },
};
