package io.kehu.auth;

import java.util.UUID;

import io.kehu.platform.test.contract.RecordContract;
import io.kehu.platform.test.probe.HttpProbe;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

@AuthServiceTest
class EveryRecordTests {

	@Autowired
	People people;

	@Test
	void usersKeepTheContract() {
		RecordContract users = new RecordContract(this.people.operator(), "/api/v1/users",
				() -> "{\"username\": \"kit-%s\", \"displayName\": \"Kit\"}".formatted(UUID.randomUUID()),
				"{\"locale\": \"de\"}");
		users.checkExternalIds();
		users.checkBulkModes("username");
		users.checkBulkModes("externalIds");
		users.checkMovedExternalIds("username");
		users.checkChanges("registered");
	}

	@Test
	void teamsKeepTheContract() {
		HttpProbe operator = this.people.operator();
		String parent = operator.post("/api/v1/teams", named()).expect(201).json().get("id").asString();
		RecordContract teams = new RecordContract(operator, "/api/v1/teams", () -> named(),
				"{\"parentId\": \"%s\"}".formatted(parent));
		teams.checkExternalIds();
		teams.checkBulkModes("name");
		teams.checkBulkModes("externalIds");
		teams.checkMovedExternalIds("name");
		teams.checkChanges("formed");
	}

	@Test
	void rolesKeepTheContract() {
		RecordContract roles = new RecordContract(this.people.operator(), "/api/v1/roles", () -> named(),
				"{\"description\": \"Kit\"}");
		roles.checkBulkModes("name");
		roles.checkChanges("defined");
	}

	private static String named() {
		return "{\"name\": \"kit-%s\"}".formatted(UUID.randomUUID());
	}

}
