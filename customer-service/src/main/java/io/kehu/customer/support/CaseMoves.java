package io.kehu.customer.support;

import java.util.List;

import io.kehu.customer.customer.CustomerMerged;
import io.kehu.customer.customer.CustomerUnmerged;
import io.kehu.platform.record.RecordStore;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Moves cases to the survivor when their customer is merged, and back when the merge is
 * undone, in the transaction of the merge.
 */
@Component
class CaseMoves {

	private final CaseRepository repository;

	private final RecordStore<CaseDetails, SupportCase, CaseView> cases;

	CaseMoves(CaseRepository repository, RecordStore<CaseDetails, SupportCase, CaseView> cases) {
		this.repository = repository;
		this.cases = cases;
	}

	@EventListener
	void follow(CustomerMerged merge) {
		List<SupportCase> leaving = this.repository.findOf(merge.customer());
		if (!leaving.isEmpty()) {
			this.repository.recordMoves(merge.customer(), merge.survivor());
			this.cases.changeAll(leaving, (details) -> details.at(merge.survivor()));
		}
	}

	@EventListener
	void comeBack(CustomerUnmerged undone) {
		this.cases.changeAll(this.repository.findMovedFrom(undone.customer()),
				(details) -> details.at(undone.customer()));
		this.repository.deleteMoves(undone.customer());
	}

}
