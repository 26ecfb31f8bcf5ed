package io.kehu.customer.lead;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.kehu.customer.contact.ContactView;
import io.kehu.customer.lead.ConversionParts.Parts;
import io.kehu.customer.lead.NewConversion.NewOpportunity;
import io.kehu.platform.access.Access;
import io.kehu.platform.id.Ids;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.security.Callers;
import io.kehu.platform.web.ExpectedVersion;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Converts leads, each in one transaction: the customer, the contact, and the event from
 * which order-service opens the opportunity exist together or not at all. Concurrent
 * conversions of a lead collide in its version.
 */
@Service
class LeadConverting {

	private static final String PERSONAL = "customer:pii";

	private final RecordStore<LeadDetails, Lead, LeadView> leads;

	private final ConversionParts parts;

	private final ConversionTraces traces;

	private final Access access;

	LeadConverting(RecordStore<LeadDetails, Lead, LeadView> leads, ConversionParts parts, ConversionTraces traces,
			Access access) {
		this.leads = leads;
		this.parts = parts;
		this.traces = traces;
		this.access = access;
	}

	/**
	 * Converts a lead.
	 * @throws ProblemException if the lead is stale or cannot be converted, the caller
	 * may not do this, or the customer or contact would be invalid
	 */
	@Transactional
	public LeadView convert(UUID id, ExpectedVersion expected, NewConversion wanted) {
		return this.leads.act(id, expected, (lead, now) -> {
			Parts found = parts(lead, wanted);
			return lead.convert(outcome(lead.details(), found, wanted, now), now);
		});
	}

	/**
	 * Returns the records that a lead would be converted into; they exist until the
	 * transaction ends.
	 */
	Parts parts(Lead lead, NewConversion wanted) {
		lead.checkConvertible();
		checkRevealing(lead);
		return this.parts.of(lead.details(), wanted);
	}

	/**
	 * A caller that sees the personal data of some records, but not of this lead, would
	 * see it in a customer or contact of its own.
	 */
	private void checkRevealing(Lead lead) {
		LeadDetails details = lead.details();
		boolean personal = !details.emails().isEmpty() || !details.phones().isEmpty();
		if (personal && Callers.current().may(PERSONAL)
				&& this.access.personal().covered(Lead.class, PERSONAL, List.of(lead.id())).isEmpty()) {
			throw Access.forbidden();
		}
	}

	private static LeadConversion outcome(LeadDetails lead, Parts parts, NewConversion wanted, Instant now) {
		NewOpportunity opportunity = new ConvertedLead(lead).opportunity(wanted.opportunity());
		ContactView contact = parts.contact();
		return new LeadConversion(parts.customer().id(), parts.newCustomer(), (contact != null) ? contact.id() : null,
				contact != null && parts.newContact(), opened(opportunity), now, null, List.of());
	}

	private static LeadConversion.@Nullable Opportunity opened(@Nullable NewOpportunity wanted) {
		return (wanted == null || wanted.name() == null) ? null
				: new LeadConversion.Opportunity(Ids.next(), wanted.name(), wanted.amount(), wanted.expectedCloseOn());
	}

	/**
	 * Undoes the conversion of a lead: deletes what it created, except for what has been
	 * changed or used since.
	 * @throws ProblemException if the lead is stale or not converted, or the caller may
	 * not do this
	 */
	@Transactional
	public LeadView undo(UUID id, ExpectedVersion expected) {
		return this.leads.act(id, expected,
				(lead, now) -> lead.undoConversion(this.traces.remove(id, lead.presentConversion()), now));
	}

}
