package io.kehu.customer.activity;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.kehu.platform.access.Ownership;
import io.kehu.platform.access.Visibility;
import io.kehu.platform.mail.Bounce;
import io.kehu.platform.mail.BounceHandler;
import io.kehu.platform.record.RecordStore;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds e-mails to the customers whose addresses they name, and to those of the
 * conversation that they continue. A reply is seen by those who see the e-mail before it.
 */
@Component
class IncomingEmails {

	private final RecordStore<ActivityDetails, Activity, ActivityView> activities;

	private final ActivityRepository repository;

	private final IncomingEmailStore store;

	private final Clock clock;

	private final ObjectProvider<BounceHandler> bounces;

	IncomingEmails(RecordStore<ActivityDetails, Activity, ActivityView> activities, ActivityRepository repository,
			IncomingEmailStore store, Clock clock, ObjectProvider<BounceHandler> bounces) {
		this.activities = activities;
		this.repository = repository;
		this.store = store;
		this.clock = clock;
		this.bounces = bounces;
	}

	/**
	 * Adds an e-mail. One that a customer has already is not added again, and neither is
	 * the report on an e-mail that another feature has sent.
	 * @return whether it belongs to any customer, or is such a report
	 */
	@Transactional
	public boolean add(IncomingEmail email) {
		Bounce bounce = email.bounce();
		if (bounce != null && this.bounces.stream().anyMatch((handler) -> handler.handle(bounce))) {
			return true;
		}
		List<IncomingEmailStore.Match> matches = this.store.findByAddresses(email.addresses(), email.sender());
		Map<UUID, IncomingEmailStore.Earlier> earlier = new LinkedHashMap<>();
		this.store.findEarlier(email.email().references()).forEach((one) -> earlier.put(one.customerId(), one));
		Map<UUID, @Nullable UUID> contacts = new LinkedHashMap<>();
		matches.forEach((match) -> {
			if (contacts.get(match.customerId()) == null) {
				contacts.put(match.customerId(), match.contactId());
			}
		});
		earlier.forEach((customer, one) -> {
			if (!contacts.containsKey(customer)) {
				contacts.put(customer, one.contactId());
			}
		});
		boolean inbound = matches.isEmpty() || matches.stream().anyMatch(IncomingEmailStore.Match::sender);
		String messageId = Objects.requireNonNull(email.email().messageId());
		contacts.forEach((customer, contact) -> {
			if (!this.store.isKnown(customer, messageId)) {
				ActivityDetails details = details(email, inbound ? Direction.INBOUND : Direction.OUTBOUND, customer,
						contact, earlier.get(customer));
				Activity added = this.repository.save(new Activity(details, this.clock.instant()));
				this.activities.record(ActivityEvent.ADDED, added, null);
			}
		});
		return !contacts.isEmpty();
	}

	private static ActivityDetails details(IncomingEmail email, Direction direction, UUID customer,
			@Nullable UUID contact, IncomingEmailStore.@Nullable Earlier earlier) {
		return new ActivityDetails(ActivityKind.EMAIL, customer, contact, email.subject(), email.text(), email.sentAt(),
				null, null, direction, null, null, null, null, email.email(),
				(earlier != null) ? earlier.visibility() : Visibility.ALL, List.of(),
				(earlier != null) ? earlier.ownership() : Ownership.NONE);
	}

}
