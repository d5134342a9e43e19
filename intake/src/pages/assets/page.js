// The one thing that a page cannot do by itself: words that are marked in the report go into the field that quotes them.
for (const button of document.querySelectorAll('button[data-quote]')) {
  let marked = ''
  button.hidden = false
  document.addEventListener('selectionchange', () => {
    const selection = document.getSelection()
    const report = document.querySelector('.report')
    if (selection && report && !selection.isCollapsed && report.contains(selection.anchorNode))
      marked = selection.toString().trim()
  })
  button.addEventListener('click', () => {
    const empty = [...document.querySelectorAll('input[name="quote"]')].find(input => input.value === '')
    if (empty && marked !== '') {
      empty.value = marked.slice(0, 300)
      empty.closest('.opinion').querySelector('input[name="opinion"]').focus()
    }
  })
}
