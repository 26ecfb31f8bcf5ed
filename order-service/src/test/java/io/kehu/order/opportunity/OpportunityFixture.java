package io.kehu.order.opportunity;

import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

import io.kehu.order.OrderServiceTest;
import io.kehu.platform.test.probe.EventProbe;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

/**
 * A pipeline and a customer for each test.
 */
abstract class OpportunityFixture extends OrderServiceTest {

	static final String PATH = "/api/v1/opportunities";

	static final String PIPELINES = "/api/v1/pipelines";

	@Autowired
	EventProbe events;

	@Autowired
	HttpProbe anyone;

	HttpProbe http;

	String pipeline;

	UUID customer;

	@BeforeEach
	void prepare() {
		CUSTOMERS.breakDown(false);
		this.http = this.anyone.as("opportunity:read", "opportunity:write", "pipeline:read", "pipeline:write",
				"exchange-rate:read", "exchange-rate:write", "customer:read", "product:read", "product:write");
		this.pipeline = id(this.http.post(PIPELINES, pipeline(UUID.randomUUID().toString())).expect(201));
		this.customer = CUSTOMERS.customer("erp", UUID.randomUUID().toString());
	}

	static String pipeline(String name) {
		return """
				{"name": "%s", "stages": [{"key": "first", "name": "First", "probability": 20},
				 {"key": "second", "name": "Second", "probability": 50}, {"key": "third", "name": "Third", "probability": 80}],
				 "reasons": [{"key": "good", "name": "Good", "outcome": "won"},
				 {"key": "dear", "name": "Too dear", "outcome": "lost"}]}"""
			.formatted(name);
	}

	String body(String fields) {
		return """
				{"name": "Tea for the canteen", "customerId": "%s", "pipelineId": "%s", "stage": "first"%s}"""
			.formatted(this.customer, this.pipeline, fields);
	}

	HttpAnswer open(String fields) {
		return this.http.post(PATH, body(fields)).expect(201);
	}

	HttpAnswer act(String path, String intent, String body) {
		return this.http.with("If-Match", "*").post(path + "/" + intent, body);
	}

	static String id(HttpAnswer answer) {
		return answer.json().get("id").asString();
	}

	static List<String> texts(Iterable<JsonNode> nodes, String field) {
		return StreamSupport.stream(nodes.spliterator(), false).map((node) -> node.get(field).asString()).toList();
	}

	/** Returns the ids of a stage in the order of the board. */
	List<String> board(String stage) {
		return texts(this.http
			.get(PATH + "?pipelineId=%s&stage=%s&status=open&sort=rank&limit=200".formatted(this.pipeline, stage))
			.expect(200)
			.json()
			.get("items"), "id");
	}

}
