package io.kehu.customer.campaign;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;

import io.kehu.platform.test.contract.EventContract;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import io.kehu.platform.test.probe.ReceivedEvent;
import io.kehu.platform.test.token.TestToken;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class CampaignTests extends CampaignFixture {

	@Test
	void reachesThoseWhoHaveConsented() throws MessagingException {
		String ann = reader("ann");
		consent(customer("ben"), null, "withdrawn");
		customer("cas");
		String dot = reader("dot");
		String contact = id(this.http.post("/api/v1/contacts", """
				{"customerId": "%s", "givenName": "Eve", "familyName": "X", "primary": true,
				"emails": [{"address": "%s"}]}""".formatted(ann, address("Eve").toUpperCase(java.util.Locale.ROOT))));
		consent(ann, contact, "granted");
		String path = plan(", \"excludedSegmentIds\": [\"%s\"]".formatted(segment("id=" + dot))).expect(201)
			.header("Location");
		JsonNode audience = this.http.get(path + "/audience").expect(200).json();
		assertThat(audience.toString()).isEqualTo("{\"customers\":4,\"excluded\":1,\"recipients\":2}");
		act(path, "start").expect(200);
		send();
		send();
		assertThat(receivers()).containsExactly("ann", "eve");
		MimeMessage mail = received().stream().filter((one) -> to(one).equals("ann")).findFirst().orElseThrow();
		assertThat(mail.getSubject()).isEqualTo("Hello ann");
		assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
		assertThat(content(mail, "text/plain")).contains("Dear ann,").contains("Unsubscribe: http");
		assertThat(content(mail, "text/html")).contains("Dear ann,<br>").doesNotContain("acme.example/a");
		assertThat(statuses(path)).containsExactly("0 sent", "0 sent", "1 queued", "1 queued");
		assertThat(log(path, "?status=sent&limit=1")).hasSize(1);
		HttpProbe stranger = this.anyone.as(TestToken.user("customer:read:own", "campaign:read"));
		assertThat(stranger.get(path + "/messages").expect(200).json().get("items").size()).isZero();
		assertThat(this.anyone.as("customer:read", "campaign:read").get(path + "/messages").expect(200).body())
			.doesNotContain(".example");
		JsonNode entry = this.http.get(CUSTOMERS + "/" + ann + "/timeline?kind=campaign")
			.expect(200)
			.json()
			.at("/items/0");
		assertThat(entry.at("/campaign/name").asString()).isEqualTo("Spring");
		assertThat(entry.at("/campaign/step").asInt()).isZero();
	}

	@Test
	void notesWhatRecipientsDo() throws MessagingException {
		String ann = reader("ann");
		String path = start();
		send();
		MimeMessage mail = received().get(0);
		String html = content(mail, "text/html");
		String link = paths(html).stream().filter((one) -> one.contains("/links/")).findFirst().orElseThrow();
		String pixel = paths(html).stream().filter((one) -> one.endsWith(".gif")).findFirst().orElseThrow();
		String unsubscribe = paths(String.join("", mail.getHeader("List-Unsubscribe")).replace(">", " ")).get(0);
		HttpAnswer followed = this.anyone.get(link).expect(302);
		assertThat(followed.header("Location")).isEqualTo("https://acme.example/a?b=1&c=2");
		this.anyone.get(link.replace("/links/0", "/links/1")).expect(404);
		this.anyone.get("/campaign-mail/" + UUID.randomUUID() + "/links/0").expect(404);
		this.anyone.get(pixel).expect(200);
		this.anyone.get(unsubscribe).expect(200);
		assertThat(this.http.get("/api/v1/consents?customerId=" + ann).expect(200).json().get("items").size()).isOne();
		this.anyone.with("Content-Type", "application/x-www-form-urlencoded")
			.post(unsubscribe, "List-Unsubscribe=One-Click")
			.expect(200);
		this.anyone.exchange("POST", unsubscribe, BodyPublishers.noBody()).expect(200);
		JsonNode consents = this.http.get("/api/v1/consents/effective?customerId=" + ann).expect(200).json();
		assertThat(consents.at("/items/0/decision").asString()).isEqualTo("withdrawn");
		JsonNode message = log(path, "?status=sent").get(0);
		for (String field : List.of("openedAt", "clickedAt", "optedOutAt")) {
			assertThat(message.get(field).isNull()).as(field).isFalse();
		}
		makeDue();
		send();
		assertThat(received()).hasSize(1);
		assertThat(log(path, "?status=skipped").get(0).get("reason").asString()).isEqualTo("no_consent");
		JsonNode steps = this.http.get(path + "/results").expect(200).json().get("steps");
		assertThat(steps.get(0).toString()).isEqualTo(
				"""
						{"step":0,"queued":0,"sent":1,"opened":1,"clicked":1,"bounced":0,"optedOut":1,"unknown":0,"notSent":0}""");
		this.completion.run();
		List<ReceivedEvent> seen = this.events.awaitExactly("kehu.campaigns", path.substring(PATH.length() + 1),
				"io.kehu.campaign.planned.v1", "io.kehu.campaign.started.v1", "io.kehu.campaign.completed.v1");
		seen.forEach((event) -> EventContract.check(event.headers().get("ce_type"), event.json().toString()));
	}

	@Test
	void countsTheOrdersWithItsCode() {
		String path = plan(", \"budget\": {\"amount\": \"100\", \"currency\": \"EUR\"}").expect(201).header("Location");
		String code = this.http.get(path).expect(200).json().get("code").asString();
		for (String amount : List.of("10.50", "20")) {
			this.jdbc.update("""
					insert into customer_order (order_id, customer_id, order_date, counted, amount, currency, deleted,
					campaign_code) values (?, ?, date '2026-01-01', true, cast(? as numeric), 'EUR', false, ?)""",
					UUID.randomUUID(), UUID.randomUUID(), amount, code);
		}
		JsonNode results = this.http.get(path + "/results").expect(200).json();
		assertThat(results.get("orders").toString())
			.isEqualTo("[{\"orders\":2,\"revenue\":{\"amount\":\"30.50\",\"currency\":\"EUR\"}}]");
		assertThat(results.at("/budget/amount").asString()).isEqualTo("100.00");
		assertThat(this.anyone.as("campaign:read", "customer:read")
			.get(path + "/results")
			.expect(200)
			.json()
			.get("orders")).isEmpty();
	}

	@Test
	void isShownBeforeItStarts() {
		String ann = reader("ann");
		String path = plan("").expect(201).header("Location");
		String body = "{\"step\": 0, \"customerId\": \"%s\"}".formatted(ann);
		JsonNode preview = this.http.post(path + "/preview", body).expect(200).json();
		assertThat(preview.get("subject").asString()).isEqualTo("Hello ann");
		assertThat(preview.get("html").asString()).contains("<a href=\"https://acme.example/a?b=1&amp;c=2\">look</a>");
		this.http.post(path + "/preview", body.replace("0,", "2,")).expect(400);
		this.http.post(path + "/preview", body.replace(ann, UUID.randomUUID().toString())).expect(404);
	}

	@Test
	void isPausedAndStopped() {
		reader("ann");
		String path = plan("").expect(201).header("Location");
		act(path, "pause").expect(409);
		act(path, "start").expect(200);
		act(path, "start").expect(200);
		act(path, "pause").expect(200);
		send();
		assertThat(received()).isEmpty();
		this.http.patch(path, "*", "{\"purpose\": \"other\"}").expect(409);
		this.http.patch(path, "*", "{\"name\": \"Summer\"}").expect(200);
		this.http.with("If-Match", "*").delete(path).expect(409);
		act(path, "resume").expect(200);
		act(path, "stop").expect(200);
		send();
		assertThat(statuses(path)).containsExactly("0 cancelled", "1 cancelled");
		act(path, "resume").expect(409);
		this.http.with("If-Match", "*").delete(path).expect(204);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "\"code\": \"x\"|/code", "\"purpose\": \"News letter\"|/purpose",
					"\"segmentIds\": []|/segmentIds",
					"\"segmentIds\": [\"0199b8a4-7c1e-7d3a-9f52-3b6c1a2d4e5f\"]|/segmentIds/0", "\"steps\": []|/steps",
					"\"excludedSegmentIds\": [\"0199b8a4-7c1e-7d3a-9f52-3b6c1a2d4e5f\"]|/excludedSegmentIds/0",
					"\"steps\": [{\"afterDays\": -1, \"subject\": \"a\", \"text\": \"b\"}]|/steps/0/afterDays",
					"\"steps\": [{\"afterDays\": 1, \"subject\": \"{{x}}\", \"text\": \"b\"}]|/steps/0/subject",
					"\"steps\": [{\"afterDays\": 1, \"subject\": \"a\", \"text\": \"{{#name}}b\"}]|/steps/0/text",
					"\"budget\": {\"amount\": \"x\", \"currency\": \"EUR\"}|/budget/amount" })
	void refusesWhatItCannotSend(String field, String pointer) {
		String path = plan("").expect(201).header("Location");
		JsonNode refused = this.http.patch(path, "*", "{" + field + "}").expect(400).json();
		assertThat(refused.at("/errors/0/pointer").asString()).isEqualTo(pointer);
	}

}
