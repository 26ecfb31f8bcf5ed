package io.kehu.customer.lead;

import java.util.UUID;

import io.kehu.platform.record.RecordStore;
import io.kehu.platform.web.ExpectedVersion;

import org.springframework.stereotype.Service;

/**
 * Changes the status of leads by steps that have a parameter.
 */
@Service
class LeadService {

	private final RecordStore<LeadDetails, Lead, LeadView> leads;

	LeadService(RecordStore<LeadDetails, Lead, LeadView> leads) {
		this.leads = leads;
	}

	/** Gives a lead up. */
	LeadView lose(UUID id, ExpectedVersion expected, LostLead loss) {
		return this.leads.act(id, expected, (lead, now) -> lead.lose(loss.reason(), now));
	}

}
