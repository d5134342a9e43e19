// What the hand-in pages are made of: no scripts, command links only, in the colours of the theme.

/** Text for HTML, also inside an attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, char => `&#${char.charCodeAt(0)};`)
}

export function commandHref(command: string, ...args: readonly unknown[]): string {
  return `command:${command}?${encodeURIComponent(JSON.stringify(args))}`
}

export const link = (label: string, command: string, ...args: readonly unknown[]): string =>
  `<a href="${escapeHtml(commandHref(command, ...args))}">${escapeHtml(label)}</a>`

/** A link that looks like a button; the first on a page is the main one. */
export const button = (label: string, command: string, ...args: readonly unknown[]): string =>
  `<a class="button" href="${escapeHtml(commandHref(command, ...args))}">${escapeHtml(label)}</a>`

export interface Row {
  readonly label: string
  /** HTML. */
  readonly value: string
}

export function table(rows: readonly Row[], caption: string): string {
  const lines = rows.map(
    ({ label, value }) => `<tr><th scope="row">${escapeHtml(label)}</th><td>${value}</td></tr>`,
  )
  return `<table><caption>${escapeHtml(caption)}</caption><tbody>${lines.join('')}</tbody></table>`
}

const style = `
body{font:var(--vscode-font-size)/1.7 var(--vscode-font-family);color:var(--vscode-foreground);padding:.5em 1.5em 3em;max-width:60em}
h1{font-size:1.4em;margin:.6em 0 .2em}h2{font-size:1.15em;margin:1.6em 0 .4em;border-bottom:1px solid var(--vscode-panel-border)}
h3{font-size:1em;margin:1.2em 0 .3em}
.lead{font-size:1.1em;margin:.2em 0 .8em;padding-left:.8em;border-left:4px solid var(--vscode-charts-green,currentColor)}
.lead.stop{border-color:var(--vscode-editorError-foreground,currentColor)}.lead.look{border-color:var(--vscode-editorWarning-foreground,currentColor)}
.actions{display:flex;flex-wrap:wrap;gap:.4em .7em;align-items:center;margin:.8em 0}
.button{display:inline-block;padding:.2em 1.1em;border-radius:2px;text-decoration:none;background:var(--vscode-button-secondaryBackground);color:var(--vscode-button-secondaryForeground);border:1px solid var(--vscode-button-border,transparent)}
.button:hover,.button:active{background:var(--vscode-button-secondaryHoverBackground);color:var(--vscode-button-secondaryForeground);text-decoration:none}
.button:first-child{background:var(--vscode-button-background);color:var(--vscode-button-foreground)}
.button:first-child:hover,.button:first-child:active{background:var(--vscode-button-hoverBackground);color:var(--vscode-button-foreground)}
.button:focus-visible,a:focus-visible{outline:2px solid var(--vscode-focusBorder);outline-offset:2px}
table{border-collapse:collapse;width:100%;margin:.2em 0}caption{text-align:left;font-weight:600;padding:.8em 0 .2em}
th,td{text-align:left;padding:.25em .8em .25em 0;vertical-align:top;border-bottom:1px solid var(--vscode-panel-border);overflow-wrap:anywhere}
th{font-weight:400;opacity:.85;white-space:nowrap;width:8em}
ul{list-style:none;padding:0;margin:.2em 0}li{padding:.1em 0 .3em .9em;margin:.5em 0;border-left:3px solid var(--vscode-editorInfo-foreground,currentColor)}
li.stop{border-color:var(--vscode-editorError-foreground,currentColor)}li.look{border-color:var(--vscode-editorWarning-foreground,currentColor)}li p{margin:.1em 0}
.hint{opacity:.85}.bad{color:var(--vscode-errorForeground)}.none{opacity:.7}
a{color:var(--vscode-textLink-foreground)}
@media (forced-colors:active){.button{border:1px solid ButtonText}.lead,li{border-color:CanvasText}}`

export function page(language: 'zh-CN' | 'en', title: string, body: string, ownStyle = ''): string {
  return `<!DOCTYPE html><html lang="${language}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${escapeHtml(title)}</title><style>${style}${ownStyle}</style></head><body><main>${body}</main></body></html>`
}
