import type { ComponentProps } from 'react';

const base =
  'inline-flex min-h-11 cursor-pointer items-center justify-center gap-2 rounded-8 text-center underline-offset-4 [td_&]:whitespace-nowrap hover:underline disabled:cursor-not-allowed disabled:no-underline aria-disabled:cursor-not-allowed print:hidden';

/** Borders that are transparent are drawn where colours are the reader's own. */
const looks = {
  solid:
    'px-5 py-2 text-oln-16B-100 border border-transparent bg-key-900 text-white hover:bg-key-1000 active:bg-key-1200 disabled:bg-solid-gray-300 disabled:text-solid-gray-50',
  outline:
    'px-5 py-2 text-oln-16B-100 border border-key-900 bg-white text-key-900 hover:bg-key-200 active:bg-key-300 disabled:border-solid-gray-300 disabled:bg-white disabled:text-solid-gray-536',
  text: '-mx-2 px-2 text-oln-16N-100 text-key-900 underline hover:bg-key-50 active:bg-key-100 disabled:text-solid-gray-536',
  danger:
    'px-5 py-2 text-oln-16B-100 border border-transparent bg-error-2 text-white hover:bg-red-1000 active:bg-red-1200 disabled:bg-solid-gray-300 disabled:text-solid-gray-50',
} as const;

/** How much a button stands out: the one main act of a screen is `solid`. */
export type ButtonLook = keyof typeof looks;

/** Class of something that is no button but looks like one: a link to the next screen. */
export function buttonClass(look: ButtonLook = 'outline'): string {
  return `${base} ${looks[look]}`;
}

/** A button; it submits nothing unless its type says so. */
export function Button({
  look = 'outline',
  type = 'button',
  className = '',
  ...rest
}: ComponentProps<'button'> & { readonly look?: ButtonLook }) {
  return <button {...rest} type={type} className={`${buttonClass(look)} ${className}`} />;
}
