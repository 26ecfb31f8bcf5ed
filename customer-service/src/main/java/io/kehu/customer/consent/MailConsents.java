package io.kehu.customer.consent;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import io.kehu.platform.record.DetailedRecord;
import io.kehu.platform.record.RecordStore;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells other features who has consented to e-mails, and records what people decide by
 * them.
 */
@Component
public class MailConsents {

	private static final String GRANTED = """
			coalesce((select d.decision = 'GRANTED' from consent d where d.customer_id = {customer}
			and d.contact_id is not distinct from cast({contact} as uuid) and d.purpose = :purpose and d.channel = 'EMAIL'
			and d.deleted_at is null order by d.decided_at desc, d.decision desc, d.id desc limit 1), false)""";

	private final RecordStore<ConsentDetails, Consent, ConsentView> consents;

	private final EntityManager entities;

	private final Clock clock;

	MailConsents(RecordStore<ConsentDetails, Consent, ConsentView> consents, EntityManager entities, Clock clock) {
		this.consents = consents;
		this.entities = entities;
		this.clock = clock;
	}

	/**
	 * Returns the condition that a person has consented to e-mails for {@code :purpose}.
	 * @param customer the id of the customer in SQL
	 * @param contact the id of the contact in SQL, null for the customer itself
	 */
	public static String granted(String customer, String contact) {
		return GRANTED.replace("{customer}", customer).replace("{contact}", contact);
	}

	/**
	 * Records that a person withdraws the consent to e-mails, in the current transaction.
	 * @param contact the contact, or null for the customer itself
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void withdraw(UUID customer, @Nullable UUID contact, String purpose, String proof) {
		Query query = this.entities
			.createNativeQuery("select " + granted(":customer", (contact != null) ? ":contact" : "null"), Boolean.class)
			.setParameter("customer", customer)
			.setParameter("purpose", purpose);
		if (contact != null) {
			query.setParameter("contact", contact);
		}
		if (Boolean.TRUE.equals(query.getSingleResult())) {
			Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
			Consent consent = DetailedRecord.create(Consent.class, new ConsentDetails(customer, contact, purpose,
					ConsentChannel.EMAIL, ConsentDecision.WITHDRAWN, now, proof, List.of()), now);
			this.entities.persist(consent);
			this.consents.record(ConsentConfiguration.EVENTS.created(), consent, null);
		}
	}

}
