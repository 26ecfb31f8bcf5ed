package io.kehu.order.opportunity;

import io.kehu.order.customer.CustomerOrigins;
import io.kehu.order.customer.CustomersChanged;
import io.kehu.platform.record.RecordStore;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Moves opportunities to the survivor when their customer is merged, and back when the
 * merge is undone.
 */
@Component
class OpportunityCustomers {

	private final CustomerOrigins origins;

	private final OpportunityRepository repository;

	private final RecordStore<OpportunityDetails, Opportunity, OpportunityView> opportunities;

	OpportunityCustomers(@Qualifier("opportunityOrigins") CustomerOrigins origins, OpportunityRepository repository,
			RecordStore<OpportunityDetails, Opportunity, OpportunityView> opportunities) {
		this.origins = origins;
		this.repository = repository;
		this.opportunities = opportunities;
	}

	@EventListener
	void follow(CustomersChanged change) {
		this.origins.follow(change.ids(), (ids, survivor) -> this.opportunities.changeAll(this.repository.hold(ids),
				(details) -> details.at(survivor)));
	}

}
