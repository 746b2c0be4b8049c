'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answerMutation } from '@/lib/client/retention';

/** Records what the customer said to an offer; an acceptance carries the approval of its action. */
export const useAnswer = (conversationId: string) =>
  useMutation(answerMutation(useQueryClient(), conversationId));
