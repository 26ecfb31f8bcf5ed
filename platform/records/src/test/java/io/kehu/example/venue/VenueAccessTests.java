package io.kehu.example.venue;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import io.kehu.example.ExampleServiceTest;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import io.kehu.platform.test.token.TestToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The access rules of the record kit, run against the kind of record that the
 * documentation builds.
 */
@ExampleServiceTest
class VenueAccessTests {

	private static final String PATH = "/api/v1/venues";

	@Autowired
	private HttpProbe anyone;

	private final String code = UUID.randomUUID().toString().toUpperCase(Locale.ROOT);

	private HttpProbe owner;

	private HttpProbe stranger;

	private HttpAnswer venue;

	private String path;

	@BeforeEach
	void addAVenue() {
		this.owner = limited();
		this.stranger = limited();
		this.venue = this.owner.post(PATH, VenueContractTests.body(this.code, "Hall", 300)).expect(201);
		this.path = this.venue.header("Location");
	}

	private HttpProbe limited() {
		return this.anyone
			.as(TestToken.user(UUID.randomUUID(), "venue:read:own", "venue:write:own", "venue:delete:own"));
	}

	@Test
	void needsATokenAndThePermission() {
		this.anyone.get(this.path).expect(401);
		this.anyone.as("venue:write").get(this.path).expect(403);
		HttpProbe reader = this.anyone.as("venue:read").with("If-Match", "*");
		reader.post(PATH, VenueContractTests.body(this.code + "-2", "Hall", 1)).expect(403);
		reader.patch(this.path, "*", "{}").expect(403);
		reader.delete(this.path).expect(403);
		reader.post(this.path + "/close", "").expect(403);
	}

	@Test
	void belongsToTheCallerWhoCreatedIt() {
		this.owner.get(this.path).expect(200);
		assertThat(this.owner.get(PATH).expect(200).json().get("items").size()).isEqualTo(1);
		this.owner.with("If-Match", this.venue.etag()).post(this.path + "/close", "").expect(200);
	}

	@Test
	void isNotFoundByOthers() {
		this.stranger.get(this.path).expect(404);
		this.stranger.get(this.path + "/history").expect(404);
		assertThat(this.stranger.get(PATH + "?count=true").expect(200).json().get("total").asInt()).isZero();
		assertThat(this.stranger.get(PATH + "/export?format=ndjson").expect(200).body()).isEmpty();
		this.stranger.patch(this.path, "\"7\"", "{}").expect(404);
		HttpProbe anyVersion = this.stranger.with("If-Match", "*");
		anyVersion.delete(this.path).expect(404);
		anyVersion.post(this.path + "/restore", "").expect(404);
		anyVersion.post(this.path + "/close", "").expect(404);
	}

	@Test
	void revealsNothingThroughItsKeys() {
		String body = VenueContractTests.body(this.code, "Mine", 1);
		JsonNode refusal = this.stranger.post(PATH, body).expect(409).json();
		assertThat(refusal.at("/errors/0/message").asString()).isEqualTo("is taken");
		List<JsonNode> results = VenueContractTests.bulk(this.stranger, body);
		assertThat(results.get(0).get("status").asString()).isEqualTo("rejected");
		assertThat(results.get(0).at("/errors/0/message").asString()).isEqualTo("is taken");
		this.stranger.put(PATH + "/by-external-id/legacy/" + this.code, body).expect(409);
	}

	@Test
	void actsOnItOnlyWithinTheScopeToWrite() {
		HttpProbe reader = this.anyone
			.as(TestToken.user(UUID.randomUUID(), "venue:read", "venue:write:own", "venue:delete:own"));
		reader.get(this.path).expect(200);
		HttpProbe stale = reader.with("If-Match", "\"7\"");
		stale.post(this.path + "/close", "").expect(403);
		stale.delete(this.path).expect(403);
		reader.patch(this.path, "\"7\"", "{}").expect(403);
	}

}
