package io.kehu.customer.lead;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import io.kehu.customer.customer.CustomerMerged;
import io.kehu.customer.customer.CustomerUnmerged;
import io.kehu.platform.record.RecordStore;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Makes the conversions of leads refer to the survivor when their customer is merged, and
 * back when the merge is undone, in the transaction of the merge.
 */
@Component
class LeadMoves {

	private final LeadRepository repository;

	private final RecordStore<LeadDetails, Lead, LeadView> leads;

	private final Clock clock;

	LeadMoves(LeadRepository repository, RecordStore<LeadDetails, Lead, LeadView> leads, Clock clock) {
		this.repository = repository;
		this.leads = leads;
		this.clock = clock;
	}

	@EventListener
	void follow(CustomerMerged merge) {
		List<Lead> leaving = this.repository.findOf(merge.customer());
		if (!leaving.isEmpty()) {
			this.repository.recordMoves(merge.customer(), merge.survivor());
			leaving.forEach((lead) -> move(lead, merge.survivor()));
		}
	}

	@EventListener
	void comeBack(CustomerUnmerged undone) {
		this.repository.findMovedFrom(undone.customer()).forEach((lead) -> move(lead, undone.customer()));
		this.repository.deleteMoves(undone.customer());
	}

	private void move(Lead lead, UUID customer) {
		LeadView before = lead.view();
		lead.follow(customer, this.clock.instant());
		this.leads.record(LeadEvent.CHANGED, lead, before);
	}

}
