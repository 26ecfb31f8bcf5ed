package io.kehu.platform.record;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import io.kehu.example.ExampleServiceTest;
import io.kehu.platform.test.probe.EventProbe;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import io.kehu.platform.test.probe.ReceivedEvent;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@ExampleServiceTest
class RepublicationTests {

	private static final String TOPIC = "kehu.venues";

	@Autowired
	private Republication republication;

	@Autowired
	private EventProbe events;

	@Autowired
	private HttpProbe anyone;

	@Test
	void publishesTheStateOfEveryRecordOnceForEachOccasion() {
		HttpProbe http = this.anyone.as("venue:read", "venue:write", "venue:delete");
		HttpAnswer kept = add(http);
		HttpAnswer changed = http.patch(kept.header("Location"), kept.etag(), "{\"seats\": 7}").expect(200);
		HttpAnswer deleted = add(http);
		http.with("If-Match", deleted.etag()).delete(deleted.header("Location")).expect(204);
		this.events.awaitExactly(TOPIC, id(kept), "io.kehu.venue.added.v1", "io.kehu.venue.changed.v1");
		this.events.awaitExactly(TOPIC, id(deleted), "io.kehu.venue.added.v1", "io.kehu.venue.deleted.v1");

		String occasion = "restore-" + UUID.randomUUID();
		this.republication.publishAll(occasion);
		this.republication.publishAll(occasion);
		HttpAnswer later = http.patch(kept.header("Location"), changed.etag(), "{\"seats\": 8}").expect(200);

		List<ReceivedEvent> all = this.events.awaitExactly(TOPIC, id(kept), "io.kehu.venue.added.v1",
				"io.kehu.venue.changed.v1", "io.kehu.venue.changed.v1", "io.kehu.venue.changed.v1");
		assertThat(all.get(2).json()).isEqualTo(all.get(1).json()).isEqualTo(changed.json());
		assertThat(all.get(3).json()).isEqualTo(later.json());
		this.events.awaitExactly(TOPIC, id(deleted), "io.kehu.venue.added.v1", "io.kehu.venue.deleted.v1",
				"io.kehu.venue.deleted.v1");
	}

	private static HttpAnswer add(HttpProbe http) {
		return http
			.post("/api/v1/venues",
					"{\"code\": \"%s\", \"name\": \"Hall\", \"seats\": 3}"
						.formatted(UUID.randomUUID().toString().toUpperCase(Locale.ROOT)))
			.expect(201);
	}

	private static String id(HttpAnswer venue) {
		return venue.json().get("id").asString();
	}

}
