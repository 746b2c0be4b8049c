'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from '@/components/ui/toast-store';
import { correctMutation } from '@/lib/client/cue-actions';
import { explain } from '@/lib/client/query-client';

const refused = (thrown: unknown): void => toast(`Not recorded. ${explain(thrown)}`, 'danger');

/** Corrects a cue; a refusal is said, and what was shown ahead of it goes back. */
export const useCorrection = (conversationId: string) =>
  useMutation(correctMutation(useQueryClient(), conversationId, refused));
