package io.kehu.order.opportunity;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.kehu.platform.access.Ownership;
import io.kehu.platform.record.RecordEvent;
import io.kehu.platform.record.RecordStore;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * Opens an opportunity for a converted lead, with the id that the lead refers to, and
 * deletes it when the conversion is undone, unless it was changed in the meantime.
 * Repeated events have no effect.
 */
@Service
class LeadConversions {

	private final RecordStore<OpportunityDetails, Opportunity, OpportunityView> opportunities;

	private final OpportunityRepository repository;

	private final PipelineStages pipelines;

	private final BoardRanks ranks;

	private final Clock clock;

	LeadConversions(RecordStore<OpportunityDetails, Opportunity, OpportunityView> opportunities,
			OpportunityRepository repository, PipelineStages pipelines, BoardRanks ranks, Clock clock) {
		this.opportunities = opportunities;
		this.repository = repository;
		this.pipelines = pipelines;
		this.ranks = ranks;
		this.clock = clock;
	}

	/**
	 * Follows a lead.
	 * @throws IllegalStateException if there is no pipeline
	 */
	void follow(UUID lead, LeadState state) {
		LeadState.Conversion conversion = state.wanted();
		LeadState.Wanted wanted = (conversion != null) ? conversion.opportunity() : null;
		withdraw(lead, (wanted != null) ? wanted.id() : null);
		if (conversion != null && wanted != null && !this.repository.existsById(wanted.id())) {
			open(lead, state, conversion, wanted);
		}
	}

	private void withdraw(UUID lead, @Nullable UUID wanted) {
		for (Opportunity record : this.repository.holdOfLead(lead)) {
			if (!Objects.equals(record.id(), wanted) && record.version() == 0) {
				OpportunityView before = record.view();
				record.delete(this.clock.instant());
				this.opportunities.record(RecordEvent.DELETED, record, before);
			}
		}
	}

	private void open(UUID lead, LeadState state, LeadState.Conversion conversion, LeadState.Wanted wanted) {
		PipelineStages.Oldest pipeline = this.pipelines.holdOldest()
			.orElseThrow(() -> new IllegalStateException("There is no pipeline for the converted lead " + lead));
		OpportunityDetails details = new OpportunityDetails(wanted.name(), conversion.customerId(),
				conversion.contactId(), null, pipeline.id(), pipeline.first().key(), wanted.amount(), null,
				wanted.expectedCloseOn(), List.of(), List.of(), List.of(),
				new Ownership(state.ownerId(), state.teamId()));
		Opportunity opened = this.repository
			.save(new Opportunity(wanted.id(), lead, this.ranks.last(), details, this.clock.instant()));
		this.opportunities.record(OpportunityEvent.OPENED, opened, null);
	}

}
