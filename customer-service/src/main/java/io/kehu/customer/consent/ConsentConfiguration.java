package io.kehu.customer.consent;

import java.time.Clock;

import io.kehu.customer.reference.ContactOfCustomer;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.RecordEvents;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.record.RecordStores;
import io.kehu.platform.record.Referable;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Declares consents.
 */
@Configuration(proxyBeanMethods = false)
class ConsentConfiguration {

	static final RecordEvents EVENTS = RecordEvents.of("kehu.consents", "consent", "recorded");

	@Bean
	RecordStore<ConsentDetails, Consent, ConsentView> consents(RecordStores stores, JdbcTemplate jdbc, Clock clock,
			@Qualifier("customers") Referable customers, @Qualifier("contacts") Referable contacts) {
		return stores.of(Consent.class, EVENTS)
			.accessFrom("customerId", ConsentDetails::customerId, customers)
			.references("contactId", ConsentDetails::contactId, contacts)
			.checkChunk(new ContactOfCustomer<>(jdbc, ConsentDetails::customerId, ConsentDetails::contactId))
			.check((candidate) -> {
				if (candidate.details().decidedAt().isAfter(clock.instant())) {
					throw ProblemException.invalid("/decidedAt", "out_of_range", "must not be in the future");
				}
			})
			.fields((fields) -> fields.reference("customerId")
				.reference("contactId")
				.text("purpose", (consent) -> consent.details().purpose())
				.enumeration("channel", ConsentChannel.class)
				.enumeration("decision", ConsentDecision.class)
				.instant("decidedAt", (consent) -> consent.details().decidedAt())
				.search("search_text_of(r.proof)"))
			.build();
	}

}
