package io.kehu.customer.lead;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import io.kehu.customer.contact.ContactView;
import io.kehu.customer.customer.EmailAddress;
import io.kehu.customer.customer.PersonName;
import io.kehu.customer.customer.PhoneNumber;
import io.kehu.customer.duplicate.LikelyDuplicates;
import io.kehu.customer.duplicate.Resemblance;
import io.kehu.customer.lead.ConversionParts.Parts;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.web.ExpectedVersion;

import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Proposes what a lead can be converted into. A preview is a conversion whose transaction
 * is rolled back, so that it is subject to the same checks.
 */
@Service
class LeadPreviews {

	private final RecordStore<LeadDetails, Lead, LeadView> leads;

	private final LeadConverting converting;

	private final ConversionParts parts;

	private final LikelyDuplicates duplicates;

	private final TransactionTemplate separate;

	LeadPreviews(RecordStore<LeadDetails, Lead, LeadView> leads, LeadConverting converting, ConversionParts parts,
			LikelyDuplicates duplicates, PlatformTransactionManager transactions) {
		this.leads = leads;
		this.converting = converting;
		this.parts = parts;
		this.duplicates = duplicates;
		this.separate = new TransactionTemplate(transactions);
		this.separate.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	/** Returns the customers and contacts that a lead may be already. */
	LeadMatches matches(UUID id) {
		// What the caller sees masked is not compared
		LeadDetails lead = this.leads.shown().shown(this.leads.get(id)).details();
		String person = PersonName.of(lead.givenName(), lead.familyName());
		List<String> names = person.isEmpty() ? List.of() : List.of(person);
		List<String> company = Stream.ofNullable(lead.company()).toList();
		return new LeadMatches(this.duplicates.customers(resemblance(lead, company.isEmpty() ? names : company)),
				this.duplicates.contacts(resemblance(lead, names)));
	}

	private static Resemblance resemblance(LeadDetails lead, List<String> names) {
		return new Resemblance(names, lead.emails().stream().map(EmailAddress::address).toList(),
				lead.phones().stream().map(PhoneNumber::number).toList(), null, Stream.ofNullable(lead.city()).toList(),
				null);
	}

	/** Returns what a conversion would result in. */
	ConversionPreview preview(UUID id, NewConversion wanted) {
		LeadMatches matches = matches(id);
		return Objects.requireNonNull(this.separate.execute((transaction) -> {
			transaction.setRollbackOnly();
			AtomicReference<ConversionPreview> preview = new AtomicReference<>();
			this.leads.act(id, new ExpectedVersion((Long) null), (lead, now) -> {
				Parts found = this.converting.parts(lead, wanted);
				preview.set(preview(found, wanted, lead.details(), matches));
				return null;
			});
			return Objects.requireNonNull(preview.get());
		}));
	}

	private ConversionPreview preview(Parts found, NewConversion wanted, LeadDetails lead, LeadMatches matches) {
		ContactView contact = found.contact();
		return new ConversionPreview(found.newCustomer() ? null : found.customer().id(),
				this.parts.shown(found.customer()), wanted.contactId(),
				(contact != null) ? this.parts.shown(contact) : null,
				new ConvertedLead(lead).opportunity(wanted.opportunity()), matches);
	}

}
