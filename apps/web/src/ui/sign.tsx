const shapes = {
  information: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm-1 5h2v2h-2V7Zm0 4h2v6h-2v-6Z',
  done: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm-1.4 14.2L6.4 12l1.4-1.4 2.8 2.8 5.6-5.6L17.6 9.2l-7 7Z',
  warning: 'M12 2 1 21h22L12 2Zm-1 7h2v6h-2V9Zm0 8h2v2h-2v-2Z',
  stop: 'M8 2 2 8v8l6 6h8l6-6V8l-6-6H8Zm3 5h2v7h-2V7Zm0 9h2v2h-2v-2Z',
  clock:
    'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm0 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16Zm-1 3v6l5 3 1-1.7-4-2.3V7h-2Z',
  circle: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm0 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16Z',
  minus: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20ZM7 11h10v2H7v-2Z',
  dashed:
    'M10 2.2 10.4 4a8 8 0 0 1 3.2 0l.4-1.8a10 10 0 0 0-4 0ZM4.9 5 6.3 6.4A8 8 0 0 0 4.4 9.7l-1.8-.5A10 10 0 0 1 4.9 5Zm14.2 0-1.4 1.4a8 8 0 0 1 1.9 3.3l1.8-.5A10 10 0 0 0 19.1 5ZM2.6 14.8l1.8-.5a8 8 0 0 0 1.9 3.3L4.9 19a10 10 0 0 1-2.3-4.2Zm18.8 0-1.8-.5a8 8 0 0 1-1.9 3.3l1.4 1.4a10 10 0 0 0 2.3-4.2ZM10.4 20l-.4 1.8a10 10 0 0 0 4 0l-.4-1.8a8 8 0 0 1-3.2 0Z',
  open: 'm9 5 7 7-7 7-1.4-1.4L13.2 12 7.6 6.4 9 5Z',
} as const;

/** A sign of the screens; it is never the only thing that tells something. */
export type SignName = keyof typeof shapes;

/** A sign in the colour of the text around it; hidden from those who are read to. */
export function Sign({
  name,
  className = 'size-5',
}: {
  readonly name: SignName;
  readonly className?: string;
}) {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      className={`inline-block fill-current forced-colors:text-[CanvasText] ${className}`}
    >
      <path d={shapes[name]} />
    </svg>
  );
}
