/** The form of each name, and the one way to lay facts out. */
import type { Facts } from '../facts.ts'
import type { Layout, Press } from '../layout.ts'
import { authorityCheckForm } from './authority-check.ts'
import { contractRegisterForm } from './contract-register.ts'
import { delegationRegisterForm } from './delegation-register.ts'
import { itemLedgerForm } from './item-ledger.ts'
import { issueSlipForm } from './issue-slip.ts'
import { letterForm } from './letter-of-authority.ts'
import { moveSlipForm } from './move-slip.ts'
import { receiptSlipForm } from './receipt-slip.ts'
import { returnSlipForm } from './return-slip.ts'
import { supplyRequestForm } from './supply-request.ts'
import { revocationForm } from './revocation.ts'
import { sealClosingForm } from './seal-closing.ts'
import { sealBookForm } from './seal-book.ts'
import { sealHandoverForm, sealOutingForm } from './seal-custody.ts'
import { sealActivationForm, sealDisposalForm, sealLossForm } from './seal-life.ts'
import { stockClosingForm } from './stock-closing.ts'
import { sealRequestForm } from './seal-request.ts'
import { sealUseForm } from './seal-use.ts'
import { purchaseRequestForm } from './purchase-request.ts'
import { supplyReportForm } from './supply-report.ts'
import { stocktakeSheetForm } from './stocktake-sheet.ts'

/** Lays out what `facts` say on the form they are for. */
export const layOut = (facts: Facts, press: Press): Layout => {
  switch (facts.form) {
    case 'seal-use':
      return sealUseForm(facts, press)
    case 'seal-request':
      return sealRequestForm(facts, press)
    case 'seal-book':
      return sealBookForm(facts, press)
    case 'seal-closing':
      return sealClosingForm(facts, press)
    case 'purchase-request':
      return purchaseRequestForm(facts, press)
    case 'stocktake-sheet':
      return stocktakeSheetForm(facts, press)
    case 'stock-closing':
      return stockClosingForm(facts, press)
    case 'item-ledger':
      return itemLedgerForm(facts, press)
    case 'supply-report':
      return supplyReportForm(facts, press)
    case 'issue-slip':
      return issueSlipForm(facts, press)
    case 'authority-check':
      return authorityCheckForm(facts, press)
    case 'revocation':
      return revocationForm(facts, press)
    case 'contract-register':
      return contractRegisterForm(facts, press)
    case 'delegation-register':
      return delegationRegisterForm(facts, press)
    case 'letter-of-authority':
      return letterForm(facts, press)
    case 'seal-activation':
      return sealActivationForm(facts, press)
    case 'seal-disposal':
      return sealDisposalForm(facts, press)
    case 'seal-loss':
      return sealLossForm(facts, press)
    case 'seal-handover':
      return sealHandoverForm(facts, press)
    case 'seal-outing':
      return sealOutingForm(facts, press)
    case 'receipt-slip':
      return receiptSlipForm(facts, press)
    case 'return-slip':
      return returnSlipForm(facts, press)
    case 'move-slip':
      return moveSlipForm(facts, press)
    case 'supply-request':
      return supplyRequestForm(facts, press)
  }
}
