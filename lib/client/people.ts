import { queryOptions } from '@tanstack/react-query';
import { getMe, getVocabulary } from '../contracts/people';
import { call } from './call';

export const meQuery = () =>
  queryOptions({
    queryKey: ['me'],
    queryFn: ({ signal }) => call(getMe, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const vocabularyQuery = () =>
  queryOptions({
    queryKey: ['vocabulary'],
    queryFn: ({ signal }) => call(getVocabulary, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
