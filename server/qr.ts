import { renderUnicodeCompact } from 'uqr';

/** A link as a QR code (ISO/IEC 18004) of block characters, dark on light, for a terminal. */
export const qrCode = (link: string): string => renderUnicodeCompact(link, { border: 2 });
