package io.kehu.order.opportunity;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import io.kehu.order.customer.CustomersChanged;
import io.kehu.platform.record.RecordStore;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Moves opportunities to the survivor when their customer is merged, and back when the
 * merge is undone. Where an opportunity belongs follows from its original customer and
 * the replica alone, whatever order the events of customers arrive in.
 */
@Component
class OpportunityCustomers {

	private final OpportunityOrigins origins;

	private final OpportunityRepository repository;

	private final RecordStore<OpportunityDetails, Opportunity, OpportunityView> opportunities;

	OpportunityCustomers(OpportunityOrigins origins, OpportunityRepository repository,
			RecordStore<OpportunityDetails, Opportunity, OpportunityView> opportunities) {
		this.origins = origins;
		this.repository = repository;
		this.opportunities = opportunities;
	}

	@EventListener
	void follow(CustomersChanged change) {
		if (change.ids().isEmpty()) {
			return;
		}
		List<OpportunityOrigins.Misplaced> misplaced = this.origins.findMisplaced(change.ids());
		if (misplaced.isEmpty()) {
			return;
		}
		Map<UUID, List<UUID>> bySurvivor = misplaced.stream()
			.collect(Collectors.groupingBy(OpportunityOrigins.Misplaced::survivor,
					Collectors.mapping(OpportunityOrigins.Misplaced::id, Collectors.toList())));
		bySurvivor.forEach((survivor, ids) -> this.opportunities.changeAll(this.repository.hold(ids),
				(details) -> details.at(survivor)));
		this.origins.remember(misplaced);
	}

}
