// The mail library, in a file of its own (dist/mail-transport.js): large, and most offices never send a mail.
export { createTransport } from 'nodemailer'
