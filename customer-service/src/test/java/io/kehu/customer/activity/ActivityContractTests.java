package io.kehu.customer.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import io.kehu.platform.access.Ownership;
import io.kehu.platform.access.Visibility;
import io.kehu.platform.mail.MailParty;
import io.kehu.platform.record.ExternalId;
import io.kehu.platform.test.contract.EventContract;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.json.JsonMapper;

class ActivityContractTests {

	static final Collection<String> ACTIONS = ActivityEvent.EVENTS.actions();

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Instant NOW = Instant.parse("2026-01-05T08:00:00.123456Z");

	@ParameterizedTest
	@FieldSource("ACTIONS")
	void publishesWhatItsSchemaSays(String action) {
		Activity done = new Activity(task(NOW, new Repetition(2, RepeatUnit.MONTH, null, LocalDate.of(2026, 1, 5))),
				NOW);
		done.complete(NOW);
		done.delete(NOW);
		Activity sent = new Activity(draft(), NOW);
		sent.send(new MailParty("info@acme.example", null), NOW);
		sent.sent(NOW);
		for (Activity activity : List.of(done, sent, new Activity(bare(), NOW), new Activity(email(), NOW))) {
			String type = ActivityEvent.EVENTS.type(action);
			EventContract.check(type, JSON.writeValueAsString(activity.view()));
			EventContract.checkSample(type);
			EventContract.checkDescription(ActivityEvent.EVENTS.topic(), type);
		}
	}

	static ActivityDetails task(Instant dueAt, Repetition repeat) {
		return new ActivityDetails(ActivityKind.TASK, UUID.randomUUID(), UUID.randomUUID(), "Ask", "Now", null, null,
				null, null, dueAt, UUID.randomUUID(), 30, repeat, null, Visibility.TEAM,
				List.of(new ExternalId("legacy", "1")), new Ownership(UUID.randomUUID(), UUID.randomUUID()));
	}

	private static ActivityDetails bare() {
		return new ActivityDetails(ActivityKind.NOTE, UUID.randomUUID(), null, "Likes tea", null, null, null, null,
				null, null, null, null, null, null, null, null, null);
	}

	private static ActivityDetails draft() {
		return new ActivityDetails(ActivityKind.EMAIL, UUID.randomUUID(), null, "Hello", "Hi", null, null, null,
				Direction.OUTBOUND, null, null, null, null,
				new EmailDetails(null, List.of(new Correspondent("grace@example.org", null)), null, null, null), null,
				null, null);
	}

	private static ActivityDetails email() {
		Correspondent grace = new Correspondent("grace@example.org", "Grace Hopper");
		return new ActivityDetails(ActivityKind.EMAIL, UUID.randomUUID(), null, "Hello", null, NOW, null, null,
				Direction.INBOUND, null, null, null, null,
				new EmailDetails(grace, List.of(grace), null, "7@example.org", List.of("6@example.org")), null, null,
				null);
	}

}
