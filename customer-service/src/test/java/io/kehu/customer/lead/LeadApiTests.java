package io.kehu.customer.lead;

import java.util.List;
import java.util.UUID;

import io.kehu.platform.test.contract.EventContract;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import io.kehu.platform.test.probe.ReceivedEvent;
import io.kehu.platform.test.token.TestToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class LeadApiTests extends LeadFixture {

	@Test
	void livesItsWholeLife() {
		String name = unique();
		HttpAnswer captured = capture(acme(name));
		String path = captured.header("Location");
		assertThat(captured.json().get("status").asString()).isEqualTo("new");
		assertThat(captured.json().at("/estimatedValue/amount").asString()).isEqualTo("12000.00");
		act(path, "contact", "").expect(200);
		act(path, "qualify", "").expect(200);
		JsonNode lost = act(path, "lose", "{\"reason\": \"No budget\"}").expect(200).json();
		assertThat(lost.get("lostReason").asString()).isEqualTo("No budget");
		JsonNode refused = act(path, "qualify", "").expect(409).json();
		assertThat(refused.at("/errors/0/message").asString())
			.isEqualTo("qualify is not possible while the lead is lost; possible are [reopen]");
		JsonNode reopened = act(path, "reopen", "").expect(200).json();
		assertThat(reopened.get("status").asString()).isEqualTo("contacted");
		assertThat(reopened.get("lostReason").isNull()).isTrue();
		assertThat(
				this.http.get(PATH + "?status=contacted&employees[gt]=100&email=" + name + "@example.org&sort=-score")
					.expect(200)
					.json()
					.at("/items/0/id")
					.asString())
			.isEqualTo(id(captured));
		List<ReceivedEvent> seen = this.events.awaitExactly("kehu.leads", id(captured), "io.kehu.lead.captured.v1",
				"io.kehu.lead.contacted.v1", "io.kehu.lead.qualified.v1", "io.kehu.lead.lost.v1",
				"io.kehu.lead.reopened.v1");
		seen.forEach((event) -> EventContract.check(event.headers().get("ce_type"), event.json().toString()));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "\"company\": null, \"familyName\": null|/company", "\"source\": \"Trade Fair\"|/source",
					"\"country\": \"XX\"|/country", "\"employees\": -1|/employees", "\"status\": \"lost\"|/status",
					"\"estimatedValue\": {\"amount\": \"-1\", \"currency\": \"EUR\"}|/estimatedValue/amount",
					"\"estimatedValue\": {\"amount\": \"1\", \"currency\": \"EURO\"}|/estimatedValue/currency",
					"\"phones\": [{\"number\": \"12\"}]|/phones/0/number", "\"score\": 99, \"x\": 1|/x" })
	void refusesWhatIsInvalid(String fields, String pointer) {
		HttpAnswer captured = capture(acme(unique()));
		JsonNode refused = this.http.patch(captured.header("Location"), captured.etag(), "{%s}".formatted(fields))
			.expect(400)
			.json();
		assertThat(refused.at("/errors/0/pointer").asString()).isEqualTo(pointer);
	}

	@Test
	void isMaskedAndRestrictedLikeACustomer() {
		UUID owner = UUID.randomUUID();
		HttpProbe mine = this.anyone.as(TestToken.user(owner, "lead:read:own", "lead:write:own"));
		String name = unique();
		HttpAnswer captured = mine.post(PATH, acme(name)).expect(201);
		String path = captured.header("Location");
		assertThat(captured.json().at("/emails/0/address").asString()).isEqualTo("n***@masked.invalid");
		assertThat(captured.json().get("ownerId").asString()).isEqualTo(owner.toString());
		mine.get(PATH + "?email=" + name + "@example.org").expect(403);
		assertThat(mine.get(PATH + "?q=" + name + "@example").expect(200).json().get("items").isEmpty()).isTrue();
		HttpProbe other = this.anyone.as(TestToken.user(UUID.randomUUID(), "lead:read:own", "lead:write:own"));
		other.get(path).expect(404);
		other.get(path + "/score").expect(404);
		other.get(path + "/matches").expect(404);
		other.post(path + "/preview-conversion", "{}").expect(404);
	}

}
