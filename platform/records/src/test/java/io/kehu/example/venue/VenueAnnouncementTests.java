package io.kehu.example.venue;

import java.time.Duration;
import java.util.List;

import io.kehu.example.ExampleServiceTest;
import io.kehu.platform.outbox.Outbox;
import io.kehu.platform.test.link.TestLink;
import io.kehu.platform.test.probe.EventProbe;
import io.kehu.platform.test.probe.HttpProbe;
import io.kehu.platform.web.ServedPaths;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What other modules learn of the kind of record that the documentation builds, which
 * they know nothing about.
 */
@ExampleServiceTest
class VenueAnnouncementTests {

	private static final String TOPIC = "kehu.permissions.example-service";

	@Autowired
	private EventProbe events;

	@Autowired
	private Outbox outbox;

	@Autowired
	private ServedPaths paths;

	@Autowired
	private ApplicationListener<ApplicationReadyEvent> permissionAnnouncer;

	@Test
	void announcesItsPermissions(@Autowired ConfigurableApplicationContext context) {
		// As at the start, since topics are emptied between classes
		this.permissionAnnouncer.onApplicationEvent(
				new ApplicationReadyEvent(new SpringApplication(), new String[0], context, Duration.ZERO));
		await().atMost(Duration.ofSeconds(30)).until(() -> !this.events.events(TOPIC).isEmpty());
		JsonNode announced = this.events.events(TOPIC).get(0).json();
		assertThat(announced.get("service").asString()).isEqualTo("example-service");
		List<String> permissions = announced.get("permissions")
			.valueStream()
			.map((one) -> one.get("name").asString() + ": " + one.get("description").asString() + " "
					+ one.get("scoped").asBoolean())
			.toList();
		assertThat(permissions).containsExactly("venue:delete: Delete and restore venues true",
				"venue:read: See venues true", "venue:write: Create and change venues true");
	}

	@Test
	void createsItsTopic() {
		assertThat(this.outbox.topics()).containsExactlyInAnyOrder("kehu.venues", TOPIC);
	}

	@Test
	void answersAGatewayWithoutARegistryAndNoStranger(@Autowired HttpProbe anyone) {
		anyone.get(ServedPaths.ADDRESS).expect(401);
		anyone.with("Authorization", TestLink.forwarded("another-service")).get(ServedPaths.ADDRESS).expect(401);
		anyone.as("venue:read").get(ServedPaths.ADDRESS).expect(403);
		assertThat(anyone.with("Authorization", TestLink.forwarded("example-service"))
			.get(ServedPaths.ADDRESS)
			.expect(200)
			.json()
			.get("resources")
			.valueStream()
			.map(JsonNode::asString)).containsExactly("example-service", "venues");
	}

	@Test
	void announcesItsPathsAndWhichOfThemStream() {
		assertThat(this.paths.resources()).containsExactly("example-service", "venues");
		assertThat(this.paths.streams()).as("what reads newline-delimited JSON is no exception")
			.containsExactly("/api/v1/venues/bulk", "/api/v1/venues/export");
	}

}
