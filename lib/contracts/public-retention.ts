import { z } from 'zod';
import { cancelRiskSchema } from '../domain/cancel-risk';
import { decidedOfferSchema } from '../domain/offer';
import { contract } from './contract';
import { idParams, nothing } from './parts';

export const getCancelRisk = contract({
  method: 'GET',
  path: '/api/v1/customers/{id}/cancel-risk',
  summary: 'The chance that a customer leaves within 60 days, and what speaks for and against it',
  params: idParams,
  query: nothing,
  body: nothing,
  response: z.object({ risk: cancelRiskSchema }),
  status: 200,
});

export const getCustomerOffers = contract({
  method: 'GET',
  path: '/api/v1/customers/{id}/offers',
  summary: 'Every offer as decided now for a customer, clause by clause',
  params: idParams,
  query: nothing,
  body: nothing,
  response: z.object({
    shown: z
      .array(decidedOfferSchema)
      .describe('At most two, the best first: every clause of theirs is true'),
    withheld: z.array(decidedOfferSchema).describe('The others, with the clauses that withhold them'),
  }),
  status: 200,
});
