package io.kehu.order.opportunity;

import java.util.List;
import java.util.UUID;

import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.RecordStore;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the stages that an opportunity has been in.
 */
@Service
class StageHistory {

	private final RecordStore<OpportunityDetails, Opportunity, OpportunityView> opportunities;

	private final OpportunityRepository repository;

	StageHistory(RecordStore<OpportunityDetails, Opportunity, OpportunityView> opportunities,
			OpportunityRepository repository) {
		this.opportunities = opportunities;
		this.repository = repository;
	}

	/**
	 * Returns the stages, oldest first.
	 * @throws ProblemException 404 if there is no such opportunity for the caller
	 */
	@Transactional(readOnly = true)
	public List<StageVisit> of(UUID id) {
		this.opportunities.get(id);
		return this.repository.findById(id).orElseThrow().progress().visits();
	}

}
