package io.kehu.customer.segment;

import java.time.LocalDate;

import io.kehu.customer.customer.CustomerDetails;
import io.kehu.customer.customer.CustomerView;
import io.kehu.platform.outbox.Outbox;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.Candidate;
import io.kehu.platform.record.RecordEvents;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.record.RecordStores;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Declares segments.
 */
@Configuration(proxyBeanMethods = false)
class SegmentConfiguration {

	static final RecordEvents EVENTS = RecordEvents.of("kehu.segments", "segment", "defined");

	@Bean
	RecordStore<SegmentDetails, CustomerSegment, SegmentView> segments(RecordStores stores,
			RecordStore<CustomerDetails, ?, CustomerView> customers, Outbox outbox) {
		outbox.publishes(Membership.TOPIC);
		return stores.of(CustomerSegment.class, CustomerSegment::new, EVENTS)
			.permission("segment")
			.grantedLike("customer")
			.unique("name", SegmentDetails::name, (segment) -> segment.details().name())
			.check((candidate) -> check(candidate, customers))
			.fields((fields) -> fields.name("name", (segment) -> segment.details().name())
				.enumeration("kind", SegmentKind.class)
				.search("search_text_of(r.name)"))
			.build();
	}

	/** A filter must be one that lists of customers have. */
	private static void check(Candidate<SegmentDetails> candidate,
			RecordStore<CustomerDetails, ?, CustomerView> customers) {
		SegmentDetails details = candidate.details();
		SegmentDetails before = candidate.before();
		if (before != null && before.kind() != details.kind()) {
			throw ProblemException.conflict("/kind", "immutable", "cannot be changed; define another segment");
		}
		details.check();
		String filter = details.filter();
		if (filter != null && candidate.changes(SegmentDetails::filter)) {
			SegmentFilter parsed = SegmentFilter.of(filter);
			SegmentFilter.within(() -> customers.selection().matching(parsed.toRequest(LocalDate.EPOCH)));
		}
	}

}
