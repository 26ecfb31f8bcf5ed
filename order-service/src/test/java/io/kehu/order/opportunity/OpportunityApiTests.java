package io.kehu.order.opportunity;

import java.util.List;
import java.util.UUID;

import io.kehu.platform.test.contract.EventContract;
import io.kehu.platform.test.contract.RecordContract;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import io.kehu.platform.test.probe.ReceivedEvent;
import io.kehu.platform.test.token.TestToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class OpportunityApiTests extends OpportunityFixture {

	@Test
	void livesItsWholeLife() {
		HttpAnswer opened = open("""
				, "amount": {"amount": "100", "currency": "EUR"}, "competitors": [" Coffee Ltd "]""");
		String path = opened.header("Location");
		assertThat(opened.json().get("status").asString()).isEqualTo("open");
		assertThat(opened.json().at("/amount/amount").asString()).isEqualTo("100.00");
		assertThat(this.http.get(path).expect(200).json()).isEqualTo(opened.json());
		HttpAnswer changed = this.http.patch(path, opened.etag(), "{\"stage\": \"second\", \"probability\": 60}")
			.expect(200);
		assertThat(changed.json().get("stage").asString()).isEqualTo("second");
		this.http.patch(path, opened.etag(), "{}").expect(412);
		JsonNode unsaid = act(path, "lose", "{}").expect(400).json();
		assertThat(unsaid.at("/errors/0/pointer").asString()).isEqualTo("/reason");
		act(path, "lose", "{\"reason\": \"good\"}").expect(400);
		JsonNode lost = act(path, "lose", "{\"reason\": \"dear\", \"competitor\": \"Coffee Ltd\"}").expect(200).json();
		assertThat(lost.get("status").asString()).isEqualTo("lost");
		assertThat(lost.get("competitor").asString()).isEqualTo("Coffee Ltd");
		act(path, "win", "{}").expect(409);
		this.http.patch(path, "*", "{\"stage\": \"third\"}").expect(409);
		this.http.patch(path, "*", "{\"name\": \"Tea\"}").expect(200);
		assertThat(act(path, "reopen", "").expect(200).json().get("reason").isNull()).isTrue();
		act(path, "reopen", "").expect(409);
		act(path, "win", "{\"reason\": \"good\", \"note\": \"At last\"}").expect(200);
		JsonNode won = this.http.get(path).expect(200).json();
		assertThat(
				this.http.get(PATH + "?status=won&competitor=Coffee%20Ltd&sort=-closedAt&pipelineId=" + this.pipeline)
					.expect(200)
					.json()
					.at("/items/0"))
			.isEqualTo(won);
		List<JsonNode> visits = this.http.get(path + "/stages").expect(200).json().get("items").valueStream().toList();
		assertThat(texts(visits, "stage")).containsExactly("first", "second", "second");
		assertThat(visits.get(0).get("next").asString()).isEqualTo("second");
		assertThat(visits.get(0).get("leftAt")).isEqualTo(visits.get(1).get("enteredAt"));
		assertThat(visits.get(1).get("outcome").asString()).isEqualTo("lost");
		assertThat(visits.get(2).get("outcome").asString()).isEqualTo("won");
		List<ReceivedEvent> seen = this.events.awaitExactly("kehu.opportunities", id(opened),
				"io.kehu.opportunity.opened.v1", "io.kehu.opportunity.changed.v1", "io.kehu.opportunity.lost.v1",
				"io.kehu.opportunity.changed.v1", "io.kehu.opportunity.reopened.v1", "io.kehu.opportunity.won.v1");
		seen.forEach((event) -> EventContract.check(event.headers().get("ce_type"), event.json().toString()));
		assertThat(this.http.get(PATH + "/export?format=ndjson&id=" + id(opened)).expect(200).lines())
			.containsExactly(won);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "\"name\": \" \"|/name", "\"stage\": \"nowhere\"|/stage",
			"\"probability\": 101|/probability", "\"customerId\": \"0199b8a4-7c1e-7d3a-9f52-3b6c1a2d4e5f\"|/customerId",
			"\"pipelineId\": \"0199b8a4-7c1e-7d3a-9f52-3b6c1a2d4e5f\"|/pipelineId", "\"rank\": \"a\"|/rank",
			"\"status\": \"won\"|/status", "\"amount\": {\"amount\": \"-1\", \"currency\": \"EUR\"}|/amount/amount",
			"\"products\": [{\"productId\": \"0199b8a4-7c1e-7d3a-9f52-3b6c1a2d4e5f\", \"quantity\": 1}]|/products/0/productId",
			"\"products\": [{\"productId\": \"0199b8a4-7c1e-7d3a-9f52-3b6c1a2d4e5f\", \"quantity\": 0}]|/products/0/quantity",
			"\"competitors\": [\"\"]|/competitors/0" })
	void refusesWhatIsInvalid(String fields, String pointer) {
		HttpAnswer opened = open("");
		assertThat(this.http.patch(opened.header("Location"), opened.etag(), "{%s}".formatted(fields))
			.expect(400)
			.json()
			.at("/errors/0/pointer")
			.asString()).isEqualTo(pointer);
	}

	@Test
	void refersToProducts() {
		String product = id(this.http
			.post("/api/v1/products",
					"{\"sku\": \"%s\", \"name\": \"Tea\", \"price\": {\"amount\": \"9\", \"currency\": \"EUR\"}}"
						.formatted(UUID.randomUUID()))
			.expect(201));
		HttpAnswer opened = open(", \"products\": [{\"productId\": \"%s\", \"quantity\": 2.50}]".formatted(product));
		assertThat(opened.json().at("/products/0/quantity").decimalValue()).isEqualByComparingTo("2.5");
		assertThat(this.http
			.patch(opened.header("Location"), opened.etag(),
					"{\"products\": [{\"productId\": \"%s\", \"quantity\": 2.5}]}".formatted(product))
			.expect(200)
			.etag()).isEqualTo(opened.etag());
		assertThat(texts(this.http.get(PATH + "?productId=" + product).expect(200).json().get("items"), "id"))
			.containsExactly(id(opened));
	}

	@Test
	void keepsTheContract() {
		RecordContract contract = new RecordContract(this.http, PATH, () -> body(""), "{\"name\": \"Coffee\"}");
		contract.checkExternalIds();
		contract.checkBulkModes("externalIds");
		contract.checkChanges("opened");
		new RecordContract(this.http, PIPELINES, () -> pipeline(UUID.randomUUID().toString()), "{\"reasons\": []}")
			.checkChanges("added");
	}

	@Test
	void stagesInUseRemain() {
		String path = PIPELINES + "/" + this.pipeline;
		HttpAnswer opened = open("");
		String second = "{\"stages\": [{\"key\": \"second\", \"name\": \"Second\", \"probability\": 50}]}";
		JsonNode refused = this.http.patch(path, "*", second).expect(409).json();
		assertThat(refused.at("/errors/0/pointer").asString()).isEqualTo("/stages");
		this.http.with("If-Match", "*").delete(path).expect(409);
		act(opened.header("Location"), "win", "{}").expect(200);
		this.http.patch(path, "*", second).expect(200);
		act(opened.header("Location"), "reopen", "").expect(409);
		this.http.with("If-Match", "*").delete(path).expect(204);
		this.http.post(PATH, body("")).expect(400);
	}

	@Test
	void pipelinesHaveUniqueKeys() {
		for (String wrong : List.of(pipeline("x").replace("second", "first"), pipeline("x").replace("dear", "good"),
				pipeline("x").replace("\"first\"", "\"First\""), pipeline("x").replace("80", "101"))) {
			this.http.post(PIPELINES, wrong).expect(400);
		}
	}

	@Test
	void belongsToItsOwner() {
		UUID me = UUID.randomUUID();
		UUID colleague = UUID.randomUUID();
		HttpProbe mine = this.anyone
			.as(TestToken.user(me, "opportunity:read:own", "opportunity:write:own", "pipeline:read", "customer:read"));
		HttpProbe theirs = this.anyone.as(TestToken.user(colleague, "opportunity:read:own", "opportunity:write:own"));
		HttpAnswer opened = mine.post(PATH, body("")).expect(201);
		String path = opened.header("Location");
		assertThat(opened.json().get("ownerId").asString()).isEqualTo(me.toString());
		theirs.get(path).expect(404);
		theirs.get(path + "/stages").expect(404);
		theirs.with("If-Match", "*").post(path + "/win", "{}").expect(404);
		mine.put(path + "/shares", "{\"userId\": \"%s\", \"permission\": \"read\"}".formatted(colleague)).expect(200);
		theirs.get(path).expect(200);
		theirs.with("If-Match", "*").post(path + "/win", "{}").expect(403);
	}

	@Test
	void isRefusedForACustomerThatTheCallerMayNotSee() {
		CUSTOMERS.hide(this.customer);
		HttpProbe own = this.anyone
			.as(TestToken.user("opportunity:read:own", "opportunity:write:own", "pipeline:read", "customer:read:own"));
		assertThat(own.post(PATH, body("")).expect(400).json().at("/errors/0/pointer").asString())
			.isEqualTo("/customerId");
	}

}
