package io.kehu.order.opportunity;

import io.kehu.platform.test.token.TestToken;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

class StageFigureTests extends OpportunityFixture {

	@Autowired
	private JdbcTemplate jdbc;

	private String figures(String query) {
		return PATH + "/stage-figures?pipelineId=" + this.pipeline + query;
	}

	/** Lets all visits of an opportunity last as many days as given. */
	private void last(String id, int days) {
		this.jdbc.update("""
				update opportunity set created_at = closed_at - make_interval(days => ?),
				visits = (select jsonb_agg(case when v ->> 'leftAt' is null then v else jsonb_set(v, '{enteredAt}',
				to_jsonb(cast(v ->> 'leftAt' as timestamptz) - make_interval(days => ?))) end)
				from jsonb_array_elements(visits) as v) where id = ?::uuid""", days, days, id);
	}

	@Test
	void measureConversionAndVelocity() {
		String won = id(open(", \"amount\": {\"amount\": \"70\", \"currency\": \"EUR\"}"));
		String lost = id(open(", \"amount\": {\"amount\": \"30\", \"currency\": \"USD\"}"));
		open("");
		act(PATH + "/" + won, "move", "{\"stage\": \"third\"}").expect(200);
		act(PATH + "/" + won, "move", "{\"stage\": \"second\"}").expect(200);
		act(PATH + "/" + won, "win", "{\"reason\": \"good\"}").expect(200);
		act(PATH + "/" + lost, "lose", "{\"reason\": \"dear\"}").expect(200);
		last(won, 2);
		last(lost, 4);
		JsonNode figures = this.http.get(figures("")).expect(200).json();
		JsonNode first = figures.at("/stages/0");
		assertThat(first.toString()).contains("\"key\":\"first\"", "\"entered\":3", "\"present\":1", "\"advanced\":1",
				"\"returned\":0", "\"lost\":1");
		assertThat(first.get("conversion").asDouble()).isEqualTo(0.5);
		assertThat(first.get("averageDays").asDouble()).isEqualTo(3);
		assertThat(first.get("medianDays").asDouble()).isEqualTo(3);
		assertThat(figures.at("/stages/1/advanced").asInt()).as("won in it").isEqualTo(1);
		assertThat(figures.at("/stages/2/returned").asInt()).isEqualTo(1);
		assertThat(figures.get("winRate").asDouble()).isEqualTo(0.5);
		assertThat(figures.get("averageDaysToClose").asDouble()).isEqualTo(3);
		assertThat(texts(figures.get("reasons"), "outcome")).containsExactly("lost", "won");
		assertThat(figures.at("/reasons/0/amount/currency").asString()).isEqualTo("USD");
		JsonNode none = this.http.get(figures("&to=2000-01-01")).expect(200).json();
		assertThat(none.at("/stages/0/entered").asInt()).isZero();
		assertThat(none.at("/stages/0/conversion").isNull()).isTrue();
		assertThat(none.get("winRate").isNull()).isTrue();
		JsonNode others = this.anyone.as(TestToken.user("opportunity:read:own")).get(figures("")).expect(200).json();
		assertThat(others.at("/stages/0/entered").asInt()).isZero();
		assertThat(others.get("won").asInt()).isZero();
	}

	@Test
	void countDaysInTheTimeZone() {
		String won = id(open(""));
		act(PATH + "/" + won, "win", "{}").expect(200);
		this.jdbc.update("update opportunity set closed_at = '2020-01-01T23:30:00Z' where id = ?::uuid", won);
		assertThat(this.http.get(figures("&from=2020-01-02&to=2020-01-02")).expect(200).json().get("won").asInt())
			.isZero();
		assertThat(this.http.get(figures("&from=2020-01-02&to=2020-01-02&timeZone=Europe/Berlin"))
			.expect(200)
			.json()
			.get("won")
			.asInt()).isOne();
		this.http.get(figures("&timeZone=Europe/Atlantis")).expect(400);
		this.http.get(PATH + "/stage-figures").expect(400);
		this.http.get(figures("").replace(this.pipeline, "0199b8a4-7c1e-7d3a-9f52-3b6c1a2d4e5f")).expect(404);
	}

}
