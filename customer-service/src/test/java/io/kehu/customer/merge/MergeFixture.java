package io.kehu.customer.merge;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;

import io.kehu.customer.CustomerServiceTest;
import io.kehu.platform.test.probe.EventProbe;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;

/**
 * Customers that are the same, and a client that merges them.
 */
@CustomerServiceTest
abstract class MergeFixture {

	static final String PATH = "/api/v1/customers";

	@Autowired
	EventProbe events;

	@Autowired
	HttpProbe anyone;

	HttpProbe http;

	@BeforeEach
	void signIn() {
		this.http = this.anyone.as("customer:pii", "customer:read", "customer:write", "customer:delete");
	}

	/** Registers a person. */
	Known person(String fields) {
		return known(this.http.post(PATH, "{\"kind\": \"person\", %s}".formatted(fields)).expect(201));
	}

	static Known known(HttpAnswer answer) {
		return new Known(answer.json().get("id").asString(), answer.etag(), (ObjectNode) answer.json());
	}

	Known read(Known one) {
		return known(this.http.get(one.path()).expect(200));
	}

	HttpAnswer merge(Known survivor, String fields, Known... others) {
		return merge(this.http, survivor, fields, others);
	}

	static HttpAnswer merge(HttpProbe http, Known survivor, String fields, Known... others) {
		String merged = String.join(",", List.of(others).stream().map(Known::reference).toList());
		return http.with("If-Match", survivor.etag())
			.post(survivor.path() + "/merges", "{\"merged\": [%s]%s}".formatted(merged, fields));
	}

	HttpAnswer undo(HttpAnswer merge) {
		return this.http.with("If-Match", merge.etag()).post(merge.header("Location") + "/undo", "");
	}

	List<JsonNode> bulk(String... lines) {
		return this.http.with("Content-Type", "application/x-ndjson")
			.exchange("POST", PATH + "/merges/bulk", BodyPublishers.ofString(String.join("\n", lines)))
			.expect(200)
			.lines();
	}

	static String externalId() {
		return UUID.randomUUID().toString();
	}

	/**
	 * A customer as a client has seen it.
	 */
	record Known(String id, String etag, ObjectNode json) {

		String path() {
			return PATH + "/" + this.id;
		}

		String reference() {
			return "{\"id\": \"%s\", \"version\": %s}".formatted(this.id, this.etag.replace("\"", ""));
		}

		/** All fields but the version and the time of the last change. */
		ObjectNode content() {
			ObjectNode content = this.json.deepCopy();
			content.remove(List.of("version", "updatedAt", "orderFigures"));
			return content;
		}

	}

}
