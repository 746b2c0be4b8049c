import { type ClassValue, clsx } from 'clsx';
import { extendTailwindMerge } from 'tailwind-merge';

// `text-2xs` is a size of ours; without this a colour beside it would replace it.
const merge = extendTailwindMerge({ extend: { theme: { text: ['2xs'] } } });

/** Class names joined; of two that set the same thing the later wins. */
export const cn = (...values: ClassValue[]): string => merge(clsx(values));
