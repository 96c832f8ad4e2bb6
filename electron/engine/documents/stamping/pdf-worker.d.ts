/** Loaded for what it leaves behind: pdf.js looks for its worker under a global name before it starts one. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.min.mjs' {}
