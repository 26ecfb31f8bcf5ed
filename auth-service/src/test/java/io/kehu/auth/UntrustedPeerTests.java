package io.kehu.auth;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@ProductionValuesTest
class UntrustedPeerTests {

	@Autowired
	People people;

	@Test
	void whoIsNotTheGatewayIsNotBelieved() {
		JsonNode client = this.people.operator()
			.post("/api/v1/clients",
					Map.of("name", "Elsewhere", "roles", List.of("partner"), "addressRanges",
							List.of("203.0.113.0/24")))
			.expect(201)
			.json();
		JsonNode secret = this.people.operator()
			.post("/api/v1/clients/" + client.get("id").asString() + "/secrets", "{}")
			.expect(201)
			.json();
		assertThat(this.people
			.askFrom("203.0.113.9", secret.get("clientId").asString(), secret.get("clientSecret").asString())
			.statusCode()).isEqualTo(401);
	}

}
