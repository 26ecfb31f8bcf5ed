package io.kehu.customer.lead;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.kehu.platform.test.probe.HttpAnswer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

class LeadScoreTests extends LeadFixture {

	@Autowired
	private LeadFitting fitting;

	@Test
	void learnsFromWonAndLostLeads() {
		this.fitting.run();
		String winner = unique().substring(0, 20);
		String loser = unique().substring(0, 20);
		close(winner, "convert", "{}");
		close(loser, "lose", "{\"reason\": \"No budget\"}");
		HttpAnswer good = capture(body(winner));
		HttpAnswer bad = capture(body(loser));
		JsonNode model = this.http.post(PATH + "/score-model/fits", "").expect(201).json();
		assertThat(this.http.get(PATH + "/score-model").expect(200).json()).isEqualTo(model);
		int high = awaitScore(good);
		int low = awaitScore(bad);
		assertThat(high).isGreaterThan(low).isBetween(2, 98);
		JsonNode explained = this.http.get(good.header("Location") + "/score").expect(200).json();
		assertThat(explained.get("score").asInt()).isEqualTo(high);
		JsonNode reason = explained.get("reasons")
			.valueStream()
			.filter((one) -> one.get("field").asString().equals("source"))
			.findFirst()
			.orElseThrow();
		assertThat(reason.get("value").asString()).isEqualTo(winner);
		assertThat(reason.get("won").asInt()).isEqualTo(22);
		assertThat(reason.get("lost").asInt()).isZero();
		assertThat(reason.get("evidence").asDouble()).isPositive();
		assertThat(this.http.get(PATH + "?source[in]=%s,%s&status=new&sort=-score&limit=1".formatted(winner, loser))
			.expect(200)
			.json()
			.at("/items/0/score")
			.asInt()).isEqualTo(high);
		HttpAnswer changed = this.http
			.patch(good.header("Location"), good.etag(), "{\"source\": \"%s\"}".formatted(loser))
			.expect(200);
		assertThat(changed.json().get("score").asInt()).isEqualTo(low);
		this.anyone.as("lead:read", "lead:write").post(PATH + "/score-model/fits", "").expect(403);
	}

	private static String body(String source) {
		return "{\"company\": \"Acme\", \"source\": \"%s\"}".formatted(source);
	}

	private void close(String source, String intent, String with) {
		List<JsonNode> captured = this.http.with("Content-Type", "application/x-ndjson")
			.exchange("POST", PATH + "/bulk",
					BodyPublishers.ofString(
							IntStream.range(0, 22).mapToObj((i) -> body(source)).collect(Collectors.joining("\n"))))
			.expect(200)
			.lines();
		captured.forEach((one) -> act(PATH + "/" + one.get("id").asString(), intent, with).expect(200));
	}

	/** Another thread may be scoring the lead just now. */
	private int awaitScore(HttpAnswer lead) {
		String path = lead.header("Location");
		int score = this.http.get(path + "/score").expect(200).json().get("score").asInt();
		Awaitility.await().untilAsserted(() -> {
			this.fitting.run();
			assertThat(this.http.get(path).expect(200).json().path("score").asInt()).isEqualTo(score);
		});
		return score;
	}

}
