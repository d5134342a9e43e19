// What the extension consists of, as a list. Each feature is one file that registers itself.

import * as vscode from 'vscode'
import { followActiveDraft } from './features/activeDraft'
import { registerAddTerm } from './features/addTerm'
import { registerChangeKind } from './features/changeKind'
import { registerCheckWorkspace } from './features/checkWorkspace'
import { registerDropImage } from './features/dropImage'
import { openDueList } from './features/due/list'
import { registerDueNotifications } from './features/dueNotifications'
import { registerDueView } from './features/dueView'
import { registerExplainReport } from './features/explainReport'
import { registerExportDocx } from './features/exportDocx'
import { openOutbox } from './features/handIn/outbox'
import { secretsOf } from './features/handIn/secrets'
import { registerHandInPage } from './features/handInPage'
import { registerHeadSuggestions } from './features/headSuggestions'
import { registerImportDocx } from './features/importDocx'
import { registerInsertLead } from './features/insertLead'
import { registerInsertTemplate } from './features/insertTemplate'
import { registerLeadsView } from './features/leadsView'
import { registerMute } from './features/mute'
import { registerNewLead } from './features/newLead'
import { registerNewReport } from './features/newReport'
import { registerOpenPractice } from './features/openPractice'
import { registerOpenSubmission } from './features/openSubmission'
import { registerPasteImage } from './features/pasteImage'
import { registerPasteText } from './features/pasteText'
import { registerProblemMatrix } from './features/problemMatrix'
import { registerReportCard } from './features/reportCard'
import { registerRestartServer } from './features/restartServer'
import { resumeHandIns } from './features/resumeHandIns'
import { registerRetrySubmissions } from './features/retrySubmissions'
import { registerReveal } from './features/reveal'
import { registerRuleDocs } from './features/ruleDocs'
import { registerSetChannelSecret } from './features/setChannelSecret'
import { registerStatusBar } from './features/statusBar'
import { registerSubmissionOutcomes } from './features/submissionOutcomes'
import { registerSubmissionStatus } from './features/submissionStatus'
import { registerSubmissionsView } from './features/submissionsView'
import { registerSubmitReport } from './features/submitReport'
import { registerSuggestions } from './features/suggestions'
import { chooseLanguage } from './l10n'
import { openLeads } from './leads/store'
import { startServer } from './server'

export function activate(context: vscode.ExtensionContext): void {
  chooseLanguage(vscode.workspace.getConfiguration('ligao').get('language', 'zh-CN'), vscode.env.language)
  const server = startServer(context)
  const secrets = secretsOf(context.secrets)
  const outbox = openOutbox(context, secrets)
  const due = openDueList(server)
  const leads = openLeads()
  const handInPage = registerHandInPage(context, server, outbox, secrets)
  context.subscriptions.push(
    server,
    registerRestartServer(server),
    registerReveal(),
    followActiveDraft(),
    registerStatusBar(server),
    registerReportCard(server),
    registerProblemMatrix(context, server),
    registerExplainReport(server),
    registerSuggestions(context, server),
    registerHeadSuggestions(server),
    registerCheckWorkspace(server),
    registerRuleDocs(server),
    registerChangeKind(server),
    registerAddTerm(server),
    registerMute(),
    registerNewReport(context),
    registerOpenPractice(context),
    registerInsertTemplate(context),
    leads,
    registerNewLead(context),
    registerInsertLead(leads),
    registerLeadsView(leads),
    outbox,
    handInPage,
    registerSubmitReport(handInPage),
    registerSubmissionOutcomes(outbox),
    registerSubmissionStatus(outbox),
    registerSubmissionsView(outbox),
    registerRetrySubmissions(server, outbox),
    registerOpenSubmission(context, outbox),
    registerSetChannelSecret(server, secrets, outbox),
    registerExportDocx(server),
    registerImportDocx(),
    registerPasteImage(server),
    registerPasteText(server),
    registerDropImage(server),
    due,
    registerDueView(context, due),
    registerDueNotifications(context, due),
    resumeHandIns(outbox),
  )
}

// The client of the language server is stopped by its own disposal.
export function deactivate(): void {}
